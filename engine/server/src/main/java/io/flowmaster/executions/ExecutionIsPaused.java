package io.flowmaster.executions;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import java.util.List;
import java.util.Map;

/** The execution is paused: nothing of it goes on until it is resumed. */
public final class ExecutionIsPaused extends Problem {
  public ExecutionIsPaused(String executionId) {
    super(
        ProblemKind.CONFLICT,
        "execution-paused",
        "The execution " + executionId + " is paused. Resume it first.",
        List.of(),
        Map.of("executionId", executionId));
  }
}
