package io.flowmaster.events;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** Somebody published an event of their own; {@code id} is the one that it came with. */
public record EventReceived(TenantId tenant, String type, String source, String id, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "event/" + id;
  }
}
