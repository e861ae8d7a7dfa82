package io.flowmaster.integrations;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import java.util.List;

/** The connector does not take the configuration or the input. */
public final class InvalidConfiguration extends Problem {
  public InvalidConfiguration(List<FieldError> errors) {
    super(
        ProblemKind.UNACCEPTABLE,
        "invalid-configuration",
        "The connector does not take it as it is: " + errors.size() + " fault(s), see errors.",
        errors);
  }
}
