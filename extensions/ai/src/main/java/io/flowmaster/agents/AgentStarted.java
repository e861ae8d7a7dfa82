package io.flowmaster.agents;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** An agent was switched on again. */
public record AgentStarted(TenantId tenant, String agent, String name, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "agent/" + agent;
  }
}
