package io.flowmaster.models;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/**
 * The guardrails of a tenant were changed.
 *
 * @param rules as they are now
 */
public record GuardrailsChanged(TenantId tenant, GuardrailRules rules, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "guardrails/" + tenant;
  }
}
