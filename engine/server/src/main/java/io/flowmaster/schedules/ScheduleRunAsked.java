package io.flowmaster.schedules;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** Somebody asked for a run at once. */
public record ScheduleRunAsked(TenantId tenant, ScheduleId schedule, String run, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "schedule/" + schedule;
  }
}
