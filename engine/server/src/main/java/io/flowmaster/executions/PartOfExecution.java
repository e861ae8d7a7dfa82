package io.flowmaster.executions;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import java.util.List;
import java.util.Map;

/** A called process is paused, resumed and cancelled only together with the one that called it. */
public final class PartOfExecution extends Problem {
  public PartOfExecution(String rootId) {
    super(
        ProblemKind.CONFLICT,
        "part-of-execution",
        "This was called by another process. Do it to the whole execution " + rootId + ".",
        List.of(),
        Map.of("executionId", rootId));
  }
}
