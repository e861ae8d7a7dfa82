package io.flowmaster.agents;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/**
 * An agent was changed.
 *
 * @param version that it has now
 */
public record AgentChanged(
    TenantId tenant,
    String agent,
    int version,
    @JsonIgnore AgentView before,
    @JsonIgnore AgentView after,
    Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "agent/" + agent;
  }
}
