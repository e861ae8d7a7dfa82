package io.flowmaster.executions;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** There is no such execution in this tenant, or the actor may not see it. */
public final class ExecutionNotFound extends Problem {
  public ExecutionNotFound() {
    super(
        ProblemKind.NOT_FOUND,
        "execution-not-found",
        "There is no such execution, or you neither started it nor take part in it.");
  }
}
