package io.flowmaster.executions;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import java.util.Locale;

/** The execution has ended, so it can no longer be changed. */
public final class ExecutionEnded extends Problem {
  public ExecutionEnded(ExecutionStatus status) {
    super(
        ProblemKind.CONFLICT,
        "execution-ended",
        "The execution is "
            + status.name().toLowerCase(Locale.ROOT)
            + " and can no longer be changed. Start a new one.");
  }
}
