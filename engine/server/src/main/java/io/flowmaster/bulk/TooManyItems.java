package io.flowmaster.bulk;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** A job would be for more items than it may have. */
public final class TooManyItems extends Problem {
  public TooManyItems(int most) {
    super(
        ProblemKind.UNACCEPTABLE,
        "too-many-items",
        "A job is for at most " + most + " things. Narrow the filter and make several jobs.");
  }
}
