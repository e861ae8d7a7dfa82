package io.flowmaster.events;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** A subscription is for other events or another target from now on. */
public record SubscriptionChanged(TenantId tenant, String subscription, String name, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "subscription/" + subscription;
  }
}
