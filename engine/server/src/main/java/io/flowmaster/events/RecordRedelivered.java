package io.flowmaster.events;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** Somebody had a dead record taken in. */
public record RecordRedelivered(TenantId tenant, String record, String topic, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "record/" + record;
  }
}
