package io.flowmaster.webhooks;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** The tenant has a webhook of that name. */
public final class WebhookTaken extends Problem {
  public WebhookTaken(String name) {
    super(
        ProblemKind.CONFLICT,
        "webhook-taken",
        "There is a webhook '" + name + "' already. Choose another name.");
  }
}
