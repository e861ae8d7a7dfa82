package io.flowmaster.agents;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** The evaluation set of an agent has lost a case. */
public record AgentCaseDeleted(TenantId tenant, String agent, String evaluationCase, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "agent/" + agent;
  }
}
