package io.flowmaster.schedules;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** The tenant has as many schedules as it may have. */
public final class TooManySchedules extends Problem {
  public TooManySchedules(int most) {
    super(
        ProblemKind.CONFLICT,
        "too-many-schedules",
        "A tenant has at most " + most + " schedules. Delete one that is no longer needed.");
  }
}
