package io.flowmaster.schedules;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** There is no such schedule in the tenant. */
public final class ScheduleNotFound extends Problem {
  public ScheduleNotFound() {
    super(ProblemKind.NOT_FOUND, "schedule-not-found", "There is no such schedule.");
  }
}
