package io.flowmaster.executions;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** Somebody threw a waiting message away. */
public record MessageDropped(TenantId tenant, String message, String name, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "message/" + message;
  }
}
