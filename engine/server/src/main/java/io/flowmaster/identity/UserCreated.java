package io.flowmaster.identity;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import java.time.Instant;
import java.util.Set;

/** A new user belongs to the tenant. */
public record UserCreated(TenantId tenant, UserId user, String name, Set<String> roles, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "user/" + user;
  }
}
