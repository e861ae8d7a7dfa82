package io.flowmaster.identity;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** A key that acted for {@code owner} was ended. */
public record ApiKeyDeleted(
    TenantId tenant, String key, String name, UserId owner, Set<String> roles, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "api-key/" + key;
  }

  @Override
  public Object before() {
    return Map.of("name", name, "owner", owner, "roles", roles);
  }
}
