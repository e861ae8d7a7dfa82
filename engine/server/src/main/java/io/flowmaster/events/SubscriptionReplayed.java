package io.flowmaster.events;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** A subscriber receives past events once more. */
public record SubscriptionReplayed(TenantId tenant, String subscription, Instant from, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "subscription/" + subscription;
  }
}
