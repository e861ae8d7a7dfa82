package io.flowmaster.knowledge;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** The tenant has as many collections as it may. */
public final class TooManyCollections extends Problem {
  public TooManyCollections(int most) {
    super(
        ProblemKind.CONFLICT,
        "too-many-collections",
        "A tenant has at most " + most + " collections.");
  }
}
