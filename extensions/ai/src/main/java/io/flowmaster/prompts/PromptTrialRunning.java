package io.flowmaster.prompts;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** A trial runs under a label. */
public final class PromptTrialRunning extends Problem {
  public PromptTrialRunning(String label) {
    super(
        ProblemKind.CONFLICT,
        "prompt-trial-running",
        "A trial is running under the label " + label + ". End it first.");
  }
}
