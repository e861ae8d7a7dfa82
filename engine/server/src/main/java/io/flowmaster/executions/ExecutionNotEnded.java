package io.flowmaster.executions;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** The execution still runs. */
public final class ExecutionNotEnded extends Problem {
  public ExecutionNotEnded() {
    super(
        ProblemKind.CONFLICT,
        "execution-not-ended",
        "The execution still runs. Cancel it first, or move its token.");
  }
}
