package io.flowmaster.schedules;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** A schedule goes on. */
public record ScheduleResumed(
    TenantId tenant, ScheduleId schedule, String name, Instant nextRunAt, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "schedule/" + schedule;
  }
}
