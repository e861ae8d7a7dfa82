package io.flowmaster.identity;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** A machine client was deleted; its tokens and keys are refused. */
public record ClientDeleted(
    TenantId tenant, UserId client, String name, Set<String> roles, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "client/" + client;
  }

  @Override
  public Object before() {
    return Map.of("name", name, "roles", roles);
  }
}
