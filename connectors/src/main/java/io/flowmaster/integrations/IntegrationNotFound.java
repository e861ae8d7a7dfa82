package io.flowmaster.integrations;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** There is no such integration in the tenant. */
public final class IntegrationNotFound extends Problem {
  public IntegrationNotFound(String integration) {
    super(
        ProblemKind.NOT_FOUND,
        "integration-not-found",
        "There is no integration " + integration + " in this tenant.");
  }
}
