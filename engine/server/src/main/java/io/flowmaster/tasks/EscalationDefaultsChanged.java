package io.flowmaster.tasks;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** An administrator changed what is escalated where a model says nothing; for new tasks only. */
public record EscalationDefaultsChanged(
    TenantId tenant, EscalationDefaults.Plan before, EscalationDefaults.Plan plan, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "escalation-defaults/" + tenant.value();
  }

  @Override
  public Object after() {
    return plan;
  }
}
