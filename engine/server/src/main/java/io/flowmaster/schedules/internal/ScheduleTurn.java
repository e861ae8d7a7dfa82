package io.flowmaster.schedules.internal;

import io.flowmaster.engine.EngineScope;
import io.flowmaster.platform.Ids;
import io.flowmaster.platform.TenantId;
import io.flowmaster.schedules.MissedRuns;
import io.flowmaster.schedules.RunTrigger;
import io.flowmaster.schedules.ScheduleRunsMissed;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A schedule's time has come: writes the runs that are due and plans the next turn, in one
 * transaction under the lock of the schedule, so it happens once however many nodes try.
 */
@Component
class ScheduleTurn {
  private final JdbcSchedules schedules;
  private final JdbcRuns runs;
  private final JdbcMissedRuns missedRuns;
  private final Plans plans;
  private final Turns turns;
  private final EngineScope engine;
  private final SchedulesProperties properties;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ScheduleTurn(
      JdbcSchedules schedules,
      JdbcRuns runs,
      JdbcMissedRuns missedRuns,
      Plans plans,
      Turns turns,
      EngineScope engine,
      SchedulesProperties properties,
      ApplicationEventPublisher events,
      Clock clock) {
    this.schedules = schedules;
    this.runs = runs;
    this.missedRuns = missedRuns;
    this.plans = plans;
    this.turns = turns;
    this.engine = engine;
    this.properties = properties;
    this.events = events;
    this.clock = clock;
  }

  /** Nothing when the turn is out of date: the schedule was changed, or another node was first. */
  @Transactional
  public void take(String tick) {
    schedules.lockForTurn(tick).ifPresent(this::take);
  }

  private void take(ScheduleRow row) {
    Plan plan = plans.of(row);
    Instant now = clock.instant();
    Instant planned = Objects.requireNonNull(row.nextAt());
    Instant first = plan.confirmed(planned);
    if (first == null || first.isAfter(now)) {
      schedules.plan(turns.at(row, first));
      return;
    }
    Misfires due =
        Misfires.of(
            plan,
            first,
            now,
            now.minus(properties.missedAfter()),
            row.misfire(),
            properties.mostCaughtUp());
    due.caughtUp().forEach(at -> add(row, RunTrigger.CAUGHT_UP, at, now));
    due.onTime().forEach(at -> add(row, RunTrigger.TIME, at, now));
    report(row, due, now);
    schedules.plan(turns.next(row, due.next()));
  }

  private void add(ScheduleRow row, RunTrigger trigger, Instant at, Instant now) {
    RunRow run = RunRow.due(Ids.next(), row, trigger, at);
    runs.add(run);
    turns.run(run.id(), now);
  }

  private void report(ScheduleRow row, Misfires due, Instant now) {
    Instant first = due.firstAt();
    Instant last = due.lastAt();
    if (first == null || last == null) {
      return;
    }
    TenantId tenant = row.owner().actor().tenant();
    missedRuns.add(
        tenant,
        new MissedRuns(
            Ids.next(),
            row.scheduleId(),
            row.name(),
            first,
            last,
            due.missed(),
            due.caughtUp().size(),
            row.misfire(),
            now));
    ScheduleRunsMissed told =
        new ScheduleRunsMissed(
            tenant,
            row.scheduleId(),
            row.name(),
            first,
            last,
            due.missed(),
            due.caughtUp().size(),
            row.misfire(),
            now);
    engine.actingAs(
        row.owner().actor(),
        () -> {
          events.publishEvent(told);
          return true;
        });
  }
}
