package io.flowmaster.tasks;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** Too many tasks are alike in the first column to be sorted by the others. */
public final class TooManyToSort extends Problem {
  public TooManyToSort(int most) {
    super(
        ProblemKind.UNACCEPTABLE,
        "too-many-to-sort",
        "More than %,d of these tasks are alike in the first column of the order. Narrow the list, or sort by one column."
            .formatted(most));
  }
}
