package io.flowmaster.identity;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import java.time.Instant;
import java.util.Set;

/** A key was made that acts for {@code owner}. */
public record ApiKeyCreated(
    TenantId tenant, String key, String name, UserId owner, Set<String> roles, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "api-key/" + key;
  }
}
