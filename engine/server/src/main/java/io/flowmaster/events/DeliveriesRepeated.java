package io.flowmaster.events;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** Dead letters of a subscription are tried again. */
public record DeliveriesRepeated(TenantId tenant, String subscription, int deliveries, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "subscription/" + subscription;
  }
}
