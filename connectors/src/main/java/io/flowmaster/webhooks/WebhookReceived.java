package io.flowmaster.webhooks;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Another system delivered something.
 *
 * @param reference the execution or event that it caused; null when none
 */
public record WebhookReceived(
    TenantId tenant,
    String webhook,
    String delivery,
    DeliveryOutcome outcome,
    @Nullable String reference,
    Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "webhook/" + webhook;
  }
}
