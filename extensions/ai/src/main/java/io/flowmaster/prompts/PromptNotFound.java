package io.flowmaster.prompts;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** There is no such prompt in the tenant, or no such version or label of it. */
public final class PromptNotFound extends Problem {
  public PromptNotFound(String what) {
    super(ProblemKind.NOT_FOUND, "prompt-not-found", "There is no " + what + " in this tenant.");
  }
}
