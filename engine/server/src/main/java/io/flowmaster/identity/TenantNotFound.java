package io.flowmaster.identity;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** There is no such tenant. */
public final class TenantNotFound extends Problem {
  public TenantNotFound() {
    super(ProblemKind.NOT_FOUND, "tenant-not-found", "There is no such tenant.");
  }
}
