package io.flowmaster.schedules;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** A schedule was made. */
public record ScheduleCreated(TenantId tenant, ScheduleId schedule, Schedule after, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "schedule/" + schedule;
  }
}
