package io.flowmaster.executions;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** There is no such pause. */
public final class WorkPauseNotFound extends Problem {
  public WorkPauseNotFound() {
    super(ProblemKind.NOT_FOUND, "work-pause-not-found", "There is no such pause.");
  }
}
