package io.flowmaster.schedules;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** A schedule was removed with its history. */
public record ScheduleDeleted(TenantId tenant, ScheduleId schedule, Schedule before, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "schedule/" + schedule;
  }
}
