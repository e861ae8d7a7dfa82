package io.flowmaster.agents;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** It was decided whether an agent learns from a correction. */
public record AgentExampleDecided(
    TenantId tenant, String agent, String example, ExampleStatus status, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "agent/" + agent;
  }
}
