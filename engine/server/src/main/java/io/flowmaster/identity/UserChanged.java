package io.flowmaster.identity;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import java.time.Instant;
import java.util.Set;

/** What a user is in the tenant was changed; the values are those from now on. */
public record UserChanged(
    TenantId tenant, UserId user, String name, Set<String> roles, boolean enabled, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "user/" + user;
  }
}
