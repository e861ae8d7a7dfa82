package io.flowmaster.identity;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** A key was ended. */
public record ApiKeyDeleted(TenantId tenant, String key, Instant at) implements DomainEvent {
  @Override
  public String subject() {
    return "api-key/" + key;
  }
}
