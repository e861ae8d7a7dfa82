package io.flowmaster.prompts;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import java.util.List;

/** The variables are not those that the prompt's version declares. */
public final class UnfitVariables extends Problem {
  public UnfitVariables(List<FieldError> errors) {
    super(
        ProblemKind.UNACCEPTABLE,
        "unfit-variables",
        "The variables are not those that this version of the prompt declares.",
        errors);
  }
}
