package io.flowmaster.agents;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An agent called a tool, or was not let.
 *
 * @param approvedBy who approved this call; null when none was needed or given
 */
public record AgentToolCalled(
    TenantId tenant,
    String agent,
    String run,
    int step,
    String tool,
    StepState state,
    @Nullable String approvedBy,
    Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "agent/" + agent;
  }
}
