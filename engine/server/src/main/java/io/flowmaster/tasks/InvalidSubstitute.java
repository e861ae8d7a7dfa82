package io.flowmaster.tasks;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import java.util.List;

/** Nobody can stand in for somebody like this. */
public final class InvalidSubstitute extends Problem {
  public InvalidSubstitute(List<FieldError> errors) {
    super(
        ProblemKind.UNACCEPTABLE,
        "invalid-substitute",
        "The substitution cannot be made like this; see errors.",
        errors);
  }
}
