package io.flowmaster.agents;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/**
 * A person said something of an agent's answer.
 *
 * @param corrected whether something can be learned from it
 */
public record AgentCorrected(
    TenantId tenant, String agent, String example, boolean corrected, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "agent/" + agent;
  }
}
