package io.flowmaster.tasks;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import java.util.List;

/** The form of the task does not accept the answer; nothing was changed. */
public final class InvalidResponse extends Problem {
  public InvalidResponse(List<FieldError> errors) {
    super(
        ProblemKind.UNACCEPTABLE,
        "invalid-response",
        "The form does not accept " + errors.size() + " field(s); see errors.",
        errors);
  }
}
