package io.flowmaster.agents;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An agent came to an answer, or gave its work to a person.
 *
 * @param confidence null when there is no answer
 * @param execution that waits for it; null for none
 */
public record AgentRan(
    TenantId tenant,
    String agent,
    String run,
    int version,
    RunStatus status,
    @Nullable Double confidence,
    @Nullable String execution,
    Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "agent/" + agent;
  }
}
