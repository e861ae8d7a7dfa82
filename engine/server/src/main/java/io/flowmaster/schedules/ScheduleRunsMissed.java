package io.flowmaster.schedules;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** The platform was away when runs were due. */
public record ScheduleRunsMissed(
    TenantId tenant,
    ScheduleId schedule,
    String name,
    Instant firstAt,
    Instant lastAt,
    int missed,
    int caughtUp,
    MisfirePolicy misfire,
    Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "schedule/" + schedule;
  }
}
