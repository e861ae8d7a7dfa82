package io.flowmaster.rules;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import java.util.List;
import java.util.Map;

/** The model cannot be read, or holds what may not run. */
public final class UnreadableRules extends Problem {
  public UnreadableRules(String detail) {
    super(
        ProblemKind.UNACCEPTABLE,
        "unreadable-rules",
        detail,
        List.of(new FieldError("/dmnXml", detail)));
  }

  /**
   * @param elementIds the model's elements that are meant
   */
  public UnreadableRules(String detail, List<FieldError> errors, List<String> elementIds) {
    super(
        ProblemKind.UNACCEPTABLE,
        "unreadable-rules",
        detail,
        errors,
        Map.of("elements", List.copyOf(elementIds)));
  }
}
