package io.flowmaster.mcp;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/**
 * A server elsewhere was changed.
 *
 * @param newSecret whether its secret was changed, too
 */
public record UpstreamServerChanged(
    TenantId tenant,
    String server,
    @JsonIgnore UpstreamServer before,
    @JsonIgnore UpstreamServer after,
    boolean newSecret,
    Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "mcp-server/" + server;
  }
}
