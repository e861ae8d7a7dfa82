package io.flowmaster.mcp;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** A server elsewhere was removed. */
public record UpstreamServerRemoved(
    TenantId tenant, String server, String name, String url, Instant at) implements DomainEvent {
  @Override
  public String subject() {
    return "mcp-server/" + server;
  }
}
