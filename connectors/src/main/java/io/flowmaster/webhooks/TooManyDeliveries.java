package io.flowmaster.webhooks;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import java.util.List;
import java.util.Map;

/** More deliveries than a webhook takes in a minute. */
public final class TooManyDeliveries extends Problem {
  /**
   * @param seconds after which the next one is taken
   */
  public TooManyDeliveries(long seconds) {
    super(
        ProblemKind.TOO_MANY,
        "too-many-deliveries",
        "The webhook takes no more deliveries for now.",
        List.of(),
        Map.of("retryAfter", Math.max(1, seconds)));
  }
}
