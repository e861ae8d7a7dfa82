package io.flowmaster.mcp;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/**
 * A tool of a server elsewhere was called; its arguments and results are not kept.
 *
 * @param tool as the server calls it
 * @param failed whether it was refused or failed
 */
public record UpstreamToolCalled(
    TenantId tenant, String server, String tool, boolean failed, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "mcp-server/" + server;
  }
}
