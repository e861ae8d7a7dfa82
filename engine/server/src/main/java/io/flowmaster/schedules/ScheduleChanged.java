package io.flowmaster.schedules;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** A schedule was replaced. */
public record ScheduleChanged(
    TenantId tenant, ScheduleId schedule, Schedule before, Schedule after, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "schedule/" + schedule;
  }
}
