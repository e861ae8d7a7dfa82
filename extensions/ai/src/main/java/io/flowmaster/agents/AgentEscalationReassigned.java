package io.flowmaster.agents;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody else is to decide on an agent's work.
 *
 * @param previous who was to decide before
 */
public record AgentEscalationReassigned(
    TenantId tenant,
    String escalation,
    String assignee,
    String previous,
    @Nullable String comment,
    Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "agent-escalation/" + escalation;
  }
}
