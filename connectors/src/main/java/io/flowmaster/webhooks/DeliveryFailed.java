package io.flowmaster.webhooks;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** A delivery could not be handled; its sender is not told why. */
public final class DeliveryFailed extends Problem {
  public DeliveryFailed() {
    super(
        ProblemKind.UNACCEPTABLE,
        "delivery-failed",
        "The delivery could not be handled. The owner of the webhook sees why in its log.");
  }
}
