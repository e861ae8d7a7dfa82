package io.flowmaster.processes;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** There is no such process, or no such published version, in this tenant. */
public final class ProcessNotFound extends Problem {
  public ProcessNotFound(String which) {
    super(ProblemKind.NOT_FOUND, "process-not-found", "There is no " + which + " in this tenant.");
  }
}
