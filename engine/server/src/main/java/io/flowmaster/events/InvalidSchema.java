package io.flowmaster.events;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import java.util.List;

/** What was sent is no JSON Schema, or one that could take too long to check with. */
public final class InvalidSchema extends Problem {
  public InvalidSchema(List<FieldError> errors) {
    super(
        ProblemKind.UNACCEPTABLE,
        "invalid-event-schema",
        "The schema cannot be used as it is; see errors.",
        errors);
  }
}
