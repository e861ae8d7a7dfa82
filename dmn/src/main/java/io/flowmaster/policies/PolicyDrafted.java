package io.flowmaster.policies;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** The access policy got a new draft. */
public record PolicyDrafted(TenantId tenant, Instant at) implements DomainEvent {
  @Override
  public String subject() {
    return "policy/access";
  }
}
