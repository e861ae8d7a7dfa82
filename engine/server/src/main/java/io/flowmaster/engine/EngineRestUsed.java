package io.flowmaster.engine;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/**
 * Somebody changed something through the engine's own REST.
 *
 * @param method the HTTP method
 * @param path below {@code /engine-rest}, shortened to 180 characters
 */
public record EngineRestUsed(TenantId tenant, String method, String path, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "engine-rest/" + path;
  }
}
