package io.flowmaster.notifications;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** Whoever receives messages by e-mail wants none of a topic any more; the address is not told. */
public record Unsubscribed(TenantId tenant, String topic, Instant at) implements DomainEvent {
  @Override
  public String subject() {
    return "notification-topic/" + topic;
  }
}
