package io.flowmaster.events;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** Events go to one more subscriber; {@code sink} is the kind of target. */
public record SubscriptionCreated(
    TenantId tenant, String subscription, String name, String sink, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "subscription/" + subscription;
  }
}
