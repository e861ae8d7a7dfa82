package io.flowmaster.executions;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** A waiting message was thrown away because its time was over. */
public record MessageExpired(TenantId tenant, String message, String name, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "message/" + message;
  }
}
