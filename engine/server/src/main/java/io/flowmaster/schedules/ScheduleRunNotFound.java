package io.flowmaster.schedules;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** The schedule has no such run, or it was long ago. */
public final class ScheduleRunNotFound extends Problem {
  public ScheduleRunNotFound() {
    super(ProblemKind.NOT_FOUND, "schedule-run-not-found", "The schedule has no such run.");
  }
}
