package io.flowmaster.schedules.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.Revision;
import io.flowmaster.platform.UserId;
import io.flowmaster.schedules.MisfirePolicy;
import io.flowmaster.schedules.OutsideHours;
import io.flowmaster.schedules.OverlapPolicy;
import io.flowmaster.schedules.PlannedRun;
import io.flowmaster.schedules.Schedule;
import io.flowmaster.schedules.ScheduleId;
import io.flowmaster.schedules.ScheduleStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as it is stored.
 *
 * @param anchor from when on an interval counts
 * @param tick names the one turn that is planned; another turn of it is out of date. Null when none
 *     is planned
 * @param owner who saved it last
 */
record ScheduleRow(
    String id,
    String name,
    @Nullable String cron,
    @Nullable String every,
    @Nullable Instant at,
    Instant anchor,
    String timezone,
    Map<String, JsonNode> action,
    MisfirePolicy misfire,
    OverlapPolicy overlap,
    @Nullable String calendar,
    OutsideHours outsideHours,
    ScheduleStatus status,
    @Nullable Instant nextAt,
    @Nullable String tick,
    Owner owner,
    Instant createdAt,
    Instant updatedAt,
    UserId updatedBy,
    long revision) {

  /**
   * For whom something runs.
   *
   * @param member whether the actor was a user of the tenant then; clients and users of elsewhere
   *     are not
   */
  record Owner(Actor actor, boolean member) {}

  /** The same with another next turn. */
  ScheduleRow planned(ScheduleStatus now, @Nullable Instant next, @Nullable String turn) {
    return new ScheduleRow(
        id,
        name,
        cron,
        every,
        at,
        anchor,
        timezone,
        action,
        misfire,
        overlap,
        calendar,
        outsideHours,
        now,
        next,
        turn,
        owner,
        createdAt,
        updatedAt,
        updatedBy,
        revision);
  }

  String actionType() {
    return action.get("type").asText();
  }

  ScheduleId scheduleId() {
    return new ScheduleId(id);
  }

  Schedule view(@Nullable List<PlannedRun> next) {
    return new Schedule(
        scheduleId(),
        name,
        cron,
        every,
        at,
        timezone,
        action,
        misfire,
        overlap,
        calendar,
        outsideHours,
        status,
        nextAt,
        next,
        owner.actor().id(),
        createdAt,
        updatedAt,
        updatedBy,
        new Revision(revision));
  }
}
