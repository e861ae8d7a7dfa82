package io.flowmaster.webhooks;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** A webhook was made. */
public record WebhookCreated(
    TenantId tenant, String webhook, String name, WebhookTarget target, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "webhook/" + webhook;
  }
}
