package io.flowmaster.processes;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** The process is archived: it cannot be changed, published or started. */
public final class ProcessIsArchived extends Problem {
  public ProcessIsArchived(String key) {
    super(
        ProblemKind.CONFLICT,
        "process-archived",
        "The process " + key + " is archived. Restore it first.");
  }
}
