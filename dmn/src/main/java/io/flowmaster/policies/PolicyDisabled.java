package io.flowmaster.policies;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;

/** The access policy is not in force any more; the roles alone decide. */
public record PolicyDisabled(TenantId tenant, int version, Instant at) implements DomainEvent {
  @Override
  public String subject() {
    return "policy/access";
  }

  @Override
  public Object before() {
    return Map.of("version", version);
  }

  @Override
  public Object after() {
    return Collections.singletonMap("version", null);
  }
}
