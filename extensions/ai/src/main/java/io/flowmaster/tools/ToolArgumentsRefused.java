package io.flowmaster.tools;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import java.util.List;

/** The arguments of a call do not fit the tool's schema. */
public final class ToolArgumentsRefused extends Problem {

  /**
   * @param errors where and why
   */
  public ToolArgumentsRefused(String tool, List<FieldError> errors) {
    super(
        ProblemKind.UNACCEPTABLE,
        "tool-arguments-refused",
        "The arguments do not fit the input schema of '" + tool + "'.",
        errors);
  }
}
