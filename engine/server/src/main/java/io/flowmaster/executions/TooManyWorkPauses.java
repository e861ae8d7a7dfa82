package io.flowmaster.executions;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** The tenant has too many pauses. */
public final class TooManyWorkPauses extends Problem {
  public TooManyWorkPauses(int most) {
    super(
        ProblemKind.CONFLICT,
        "too-many-work-pauses",
        "At most " + most + " pauses are in force at a time. Remove one first.");
  }
}
