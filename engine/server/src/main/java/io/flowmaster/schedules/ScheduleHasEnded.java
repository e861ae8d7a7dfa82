package io.flowmaster.schedules;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** No time is left at which it would run. */
public final class ScheduleHasEnded extends Problem {
  public ScheduleHasEnded() {
    super(
        ProblemKind.CONFLICT,
        "schedule-ended",
        "The schedule has no time left to run. Give it another time first.");
  }
}
