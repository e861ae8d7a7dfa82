package io.flowmaster.events;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** There is no such subscription in this tenant. */
public final class SubscriptionNotFound extends Problem {
  public SubscriptionNotFound() {
    super(ProblemKind.NOT_FOUND, "subscription-not-found", "There is no such subscription.");
  }
}
