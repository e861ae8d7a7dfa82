package io.flowmaster.schedules;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** A schedule was held. */
public record SchedulePaused(TenantId tenant, ScheduleId schedule, String name, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "schedule/" + schedule;
  }
}
