package io.flowmaster.schedules;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run is over: done, failed or left out. {@code result} is what it made or began, as {@code
 * kind/id}.
 */
public record ScheduleRunEnded(
    TenantId tenant,
    ScheduleId schedule,
    String name,
    String run,
    RunTrigger trigger,
    RunStatus status,
    @Nullable String code,
    @Nullable String result,
    Instant scheduledAt,
    Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "schedule/" + schedule;
  }
}
