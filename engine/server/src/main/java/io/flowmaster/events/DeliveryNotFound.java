package io.flowmaster.events;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** The subscription has no such delivery. */
public final class DeliveryNotFound extends Problem {
  public DeliveryNotFound() {
    super(ProblemKind.NOT_FOUND, "delivery-not-found", "This subscription has no such delivery.");
  }
}
