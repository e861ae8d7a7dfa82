package io.flowmaster.prompts;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import java.util.List;

/** A template that cannot be rendered. */
public final class InvalidPrompt extends Problem {
  public InvalidPrompt(String pointer, String detail) {
    super(
        ProblemKind.UNACCEPTABLE,
        "invalid-prompt",
        "The template cannot be rendered.",
        List.of(new FieldError(pointer, detail)));
  }
}
