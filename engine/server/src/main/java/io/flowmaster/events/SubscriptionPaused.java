package io.flowmaster.events;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** A subscriber gets no events until the subscription is resumed. */
public record SubscriptionPaused(TenantId tenant, String subscription, String reason, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "subscription/" + subscription;
  }
}
