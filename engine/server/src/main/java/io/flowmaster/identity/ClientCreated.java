package io.flowmaster.identity;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import java.time.Instant;
import java.util.Set;

/** A machine client was made. */
public record ClientCreated(
    TenantId tenant, UserId client, String name, Set<String> roles, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "client/" + client;
  }
}
