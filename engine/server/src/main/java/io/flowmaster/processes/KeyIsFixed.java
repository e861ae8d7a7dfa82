package io.flowmaster.processes;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** A published process keeps its key: executions and callers know it by that. */
public final class KeyIsFixed extends Problem {
  public KeyIsFixed(String key) {
    super(
        ProblemKind.CONFLICT,
        "process-key-fixed",
        "The process was published as "
            + key
            + ", so its BPMN process id cannot change. Keep the id, or make a new process.");
  }
}
