package io.flowmaster.webhooks;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** There is no such webhook in the tenant. */
public final class WebhookNotFound extends Problem {
  public WebhookNotFound(String webhook) {
    super(
        ProblemKind.NOT_FOUND,
        "webhook-not-found",
        "There is no webhook " + webhook + " in this tenant.");
  }
}
