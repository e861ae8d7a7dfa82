package io.flowmaster.registry;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** No such service is registered in the tenant, or not any more. */
public final class ServiceNotFound extends Problem {
  public ServiceNotFound(String service) {
    super(
        ProblemKind.NOT_FOUND,
        "service-not-found",
        "There is no service " + service + " in this tenant. It may have to register again.");
  }
}
