package io.flowmaster.tasks;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** One user keeps no more filters. */
public final class TooManySavedFilters extends Problem {
  public TooManySavedFilters(int most) {
    super(
        ProblemKind.CONFLICT,
        "too-many-saved-filters",
        "You have " + most + " saved filters, as many as one may have. Delete one first.");
  }
}
