package io.flowmaster.integrations;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** There is no such secret in the tenant. */
public final class SecretNotFound extends Problem {
  public SecretNotFound(String name) {
    super(
        ProblemKind.NOT_FOUND,
        "secret-not-found",
        "There is no secret " + name + " in this tenant.");
  }
}
