package io.flowmaster.schedules.internal;

import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.schedules.PlannedRun;
import io.flowmaster.schedules.ScheduleDraft;
import io.flowmaster.schedules.ScheduleStatus;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes rows of what people say of schedules. */
@Component
class Drafts {
  private final Plans plans;
  private final Turns turns;
  private final OfferedActions actions;
  private final ScheduleActors actors;
  private final CurrentActor current;
  private final Clock clock;

  Drafts(
      Plans plans,
      Turns turns,
      OfferedActions actions,
      ScheduleActors actors,
      CurrentActor current,
      Clock clock) {
    this.plans = plans;
    this.turns = turns;
    this.actions = actions;
    this.actors = actors;
    this.current = current;
    this.clock = clock;
  }

  /**
   * The row, with its first turn asked for unless it is paused.
   *
   * @param old what it replaces; an interval that stays the same goes on from its beginning
   */
  ScheduleRow row(String id, ScheduleDraft draft, @Nullable ScheduleRow old) {
    Actor actor = current.get();
    Instant now = clock.instant();
    Plan plan = plans.of(actor.tenant(), draft);
    actions.require(draft.action(), actor);
    Instant at = plan.recurrence() instanceof OnceRecurrence once ? once.at() : null;
    ScheduleRow row =
        new ScheduleRow(
            id,
            draft.name(),
            draft.cron(),
            draft.every(),
            at,
            anchor(plan, old, draft, now),
            draft.timezone(),
            draft.action(),
            draft.misfire(),
            draft.overlap(),
            draft.calendar(),
            draft.outsideHours(),
            ScheduleStatus.PAUSED,
            null,
            null,
            actors.of(actor),
            old == null ? now : old.createdAt(),
            now,
            actor.id(),
            1);
    if (old != null && old.status() == ScheduleStatus.PAUSED) {
      return row;
    }
    PlannedRun next = plans.of(row).next(now);
    return turns.next(row, next);
  }

  private static Instant anchor(
      Plan plan, @Nullable ScheduleRow old, ScheduleDraft draft, Instant now) {
    if (plan.recurrence() instanceof OnceRecurrence once) {
      return once.at();
    }
    return old != null && draft.every() != null && Objects.equals(old.every(), draft.every())
        ? old.anchor()
        : now.truncatedTo(ChronoUnit.SECONDS);
  }
}
