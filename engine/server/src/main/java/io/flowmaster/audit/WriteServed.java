package io.flowmaster.audit;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/**
 * A request that may have changed something was served, and nothing else told of it.
 *
 * @param method the HTTP method
 * @param path without its query, shortened to 180 characters
 */
public record WriteServed(TenantId tenant, String method, String path, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "request" + path;
  }
}
