package io.flowmaster.notifications;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import java.util.List;

/** What was sent is no template that can be rendered. */
public final class InvalidTemplate extends Problem {
  public InvalidTemplate(String pointer, String detail) {
    super(
        ProblemKind.UNACCEPTABLE,
        "invalid-template",
        "The template cannot be used as it is; see errors.",
        List.of(new FieldError(pointer, detail)));
  }
}
