package io.flowmaster.identity;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** There is no such machine client in the tenant. */
public final class ClientNotFound extends Problem {
  public ClientNotFound() {
    super(
        ProblemKind.NOT_FOUND,
        "client-not-found",
        "There is no such machine client in this tenant.");
  }
}
