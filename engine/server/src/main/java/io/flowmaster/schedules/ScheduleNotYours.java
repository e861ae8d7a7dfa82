package io.flowmaster.schedules;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** Somebody else's schedule is changed by administrators only. */
public final class ScheduleNotYours extends Problem {
  public ScheduleNotYours() {
    super(
        ProblemKind.FORBIDDEN,
        "schedule-not-yours",
        "Only who saved the schedule last, or an administrator, may do this.");
  }
}
