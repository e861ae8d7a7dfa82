package io.flowmaster.policies;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** The access policy is not in force any more; the roles alone decide. */
public record PolicyDisabled(TenantId tenant, int version, Instant at) implements DomainEvent {
  @Override
  public String subject() {
    return "policy/access";
  }
}
