package io.flowmaster.executions;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** Nobody waited for a message, so it waits itself. */
public record MessageParked(
    TenantId tenant, String message, String name, Instant expiresAt, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "message/" + message;
  }
}
