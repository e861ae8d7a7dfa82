package io.flowmaster.webhooks;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** A delivery is larger than allowed. */
public final class DeliveryTooLarge extends Problem {
  public DeliveryTooLarge(int most) {
    super(
        ProblemKind.TOO_LARGE, "delivery-too-large", "A delivery has at most " + most + " bytes.");
  }
}
