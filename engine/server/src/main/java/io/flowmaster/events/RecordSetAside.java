package io.flowmaster.events;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** A record of a topic could not be taken in and waits as a dead record. */
public record RecordSetAside(
    TenantId tenant, String record, String topic, int partition, long offset, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "record/" + record;
  }
}
