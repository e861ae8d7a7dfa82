package io.flowmaster.events;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** Events of a type are checked against this version of a schema from now on. */
public record SchemaRegistered(TenantId tenant, String type, int version, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "schema/" + type;
  }
}
