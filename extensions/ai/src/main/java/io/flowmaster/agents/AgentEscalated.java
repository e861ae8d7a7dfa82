package io.flowmaster.agents;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An agent gave its work to a person.
 *
 * @param execution that waits for it; null for none
 */
public record AgentEscalated(
    TenantId tenant,
    String escalation,
    String agent,
    String run,
    EscalationReason reason,
    String assignee,
    @Nullable String execution,
    Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "agent-escalation/" + escalation;
  }
}
