package io.flowmaster.gateway;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** A registered service does not answer now (503). */
public final class ServiceDown extends Problem {
  public ServiceDown(String service) {
    super(
        ProblemKind.UNAVAILABLE,
        "service-down",
        "No instance of the service " + service + " answers now. Try again later.");
  }
}
