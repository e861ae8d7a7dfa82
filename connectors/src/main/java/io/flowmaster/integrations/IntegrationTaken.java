package io.flowmaster.integrations;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** The tenant has an integration of that name. */
public final class IntegrationTaken extends Problem {
  public IntegrationTaken(String name) {
    super(
        ProblemKind.CONFLICT,
        "integration-taken",
        "There is an integration '" + name + "' already. Choose another name.");
  }
}
