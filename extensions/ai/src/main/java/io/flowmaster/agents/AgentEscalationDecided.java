package io.flowmaster.agents;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person decided on an agent's work.
 *
 * @param approvedTool the tool whose call was approved; null for none
 * @param execution that waits for it; null for none
 */
public record AgentEscalationDecided(
    TenantId tenant,
    String escalation,
    String agent,
    String run,
    EscalationStatus decision,
    @Nullable String approvedTool,
    @Nullable String execution,
    Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "agent-escalation/" + escalation;
  }
}
