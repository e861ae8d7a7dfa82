package io.flowmaster.prompts;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** The tenant has a prompt of that name. */
public final class PromptTaken extends Problem {
  public PromptTaken(String name) {
    super(
        ProblemKind.CONFLICT,
        "prompt-taken",
        "There is a prompt '" + name + "' already. Choose another name.");
  }
}
