package io.flowmaster.tasks;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** The answer was fine, but a step of the process that runs right after it failed. */
public final class NextStepFailed extends Problem {
  public NextStepFailed(String reason) {
    super(
        ProblemKind.CONFLICT,
        "next-step-failed",
        "The task stays open, because the process cannot go on after it. Tell its designer: "
            + reason);
  }
}
