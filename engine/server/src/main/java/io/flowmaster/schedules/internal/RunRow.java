package io.flowmaster.schedules.internal;

import io.flowmaster.schedules.RunStatus;
import io.flowmaster.schedules.RunTrigger;
import io.flowmaster.schedules.ScheduleId;
import io.flowmaster.schedules.ScheduleRun;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run as it is stored.
 *
 * @param queued whether it waits for the end of an earlier one
 * @param attempts how often it was begun; more than once when a node died in the middle
 */
record RunRow(
    String id,
    String schedule,
    RunTrigger trigger,
    RunStatus status,
    boolean queued,
    int attempts,
    Instant scheduledAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable String code,
    @Nullable String message,
    @Nullable String subject,
    ScheduleRow.Owner owner) {

  static RunRow due(String id, ScheduleRow of, RunTrigger trigger, Instant at) {
    return due(id, of.id(), trigger, at, of.owner());
  }

  static RunRow due(
      String id, String schedule, RunTrigger trigger, Instant at, ScheduleRow.Owner owner) {
    return new RunRow(
        id,
        schedule,
        trigger,
        RunStatus.WAITING,
        false,
        0,
        at,
        null,
        null,
        null,
        null,
        null,
        owner);
  }

  ScheduleRun view() {
    return new ScheduleRun(
        id,
        new ScheduleId(schedule),
        trigger,
        status,
        scheduledAt,
        startedAt,
        endedAt,
        code,
        message,
        subject,
        owner.actor().id());
  }
}
