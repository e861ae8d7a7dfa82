package io.flowmaster.schedules.internal;

import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Ids;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Roles;
import io.flowmaster.schedules.ActionType;
import io.flowmaster.schedules.MissedRuns;
import io.flowmaster.schedules.RunStatus;
import io.flowmaster.schedules.RunTrigger;
import io.flowmaster.schedules.Schedule;
import io.flowmaster.schedules.ScheduleChanged;
import io.flowmaster.schedules.ScheduleCreated;
import io.flowmaster.schedules.ScheduleDeleted;
import io.flowmaster.schedules.ScheduleDraft;
import io.flowmaster.schedules.ScheduleHasEnded;
import io.flowmaster.schedules.ScheduleId;
import io.flowmaster.schedules.ScheduleNotFound;
import io.flowmaster.schedules.ScheduleNotYours;
import io.flowmaster.schedules.SchedulePaused;
import io.flowmaster.schedules.SchedulePreview;
import io.flowmaster.schedules.ScheduleResumed;
import io.flowmaster.schedules.ScheduleRun;
import io.flowmaster.schedules.ScheduleRunAsked;
import io.flowmaster.schedules.ScheduleRunNotFound;
import io.flowmaster.schedules.ScheduleStatus;
import io.flowmaster.schedules.Schedules;
import io.flowmaster.schedules.TooManySchedules;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Schedules in tables, with their next turns asked of db-scheduler in the same transaction. */
@Service
class PlannedSchedules implements Schedules {
  private static final int SHOWN = 5;
  private static final int PREVIEWED = 20;

  private final JdbcSchedules schedules;
  private final JdbcRuns runs;
  private final JdbcMissedRuns missed;
  private final Drafts drafts;
  private final Plans plans;
  private final Turns turns;
  private final OfferedActions actions;
  private final ScheduleActors actors;
  private final SchedulesProperties properties;
  private final ApplicationEventPublisher events;
  private final CurrentActor current;
  private final Clock clock;

  PlannedSchedules(
      JdbcSchedules schedules,
      JdbcRuns runs,
      JdbcMissedRuns missed,
      Drafts drafts,
      Plans plans,
      Turns turns,
      OfferedActions actions,
      ScheduleActors actors,
      SchedulesProperties properties,
      ApplicationEventPublisher events,
      CurrentActor current,
      Clock clock) {
    this.schedules = schedules;
    this.runs = runs;
    this.missed = missed;
    this.drafts = drafts;
    this.plans = plans;
    this.turns = turns;
    this.actions = actions;
    this.actors = actors;
    this.properties = properties;
    this.events = events;
    this.current = current;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Schedule create(ScheduleDraft draft) {
    if (schedules.count(current.tenant(), null) >= properties.mostSchedules()) {
      throw new TooManySchedules(properties.mostSchedules());
    }
    ScheduleRow row = drafts.row(Ids.next(), draft, null);
    schedules.add(row);
    Schedule made = get(row.scheduleId());
    events.publishEvent(new ScheduleCreated(current.tenant(), made.id(), made, clock.instant()));
    return made;
  }

  @Override
  public Schedule get(ScheduleId id) {
    ScheduleRow row = row(id);
    return row.view(
        row.status() == ScheduleStatus.ACTIVE
            ? plans.of(row).next(before(row.nextAt()), SHOWN)
            : List.of());
  }

  /** The next turn counts as next even when it is due already. */
  private static Instant before(@Nullable Instant next) {
    return next == null ? Instant.MAX : next.minusNanos(1);
  }

  @Override
  public Page<Schedule> list(@Nullable ScheduleStatus status, PageQuery page) {
    Long total = page.count() ? schedules.count(current.tenant(), status) : null;
    return Page.of(
            schedules.page(current.tenant(), status, page), page, r -> List.of(r.id()), total)
        .map(row -> row.view(null));
  }

  @Override
  @Transactional
  public Schedule change(ScheduleId id, ScheduleDraft draft, @Nullable String ifMatch) {
    ScheduleRow old = mine(id);
    old.view(null).revision().requireMatch(ifMatch);
    schedules.update(drafts.row(id.value(), draft, old));
    Schedule now = get(id);
    events.publishEvent(
        new ScheduleChanged(current.tenant(), id, old.view(null), now, clock.instant()));
    return now;
  }

  @Override
  @Transactional
  public Schedule pause(ScheduleId id) {
    ScheduleRow row = mine(id);
    if (row.status() == ScheduleStatus.ENDED) {
      throw new ScheduleHasEnded();
    }
    if (row.status() == ScheduleStatus.ACTIVE) {
      schedules.plan(row.planned(ScheduleStatus.PAUSED, null, null));
      events.publishEvent(new SchedulePaused(current.tenant(), id, row.name(), clock.instant()));
    }
    return get(id);
  }

  @Override
  @Transactional
  public Schedule resume(ScheduleId id) {
    ScheduleRow row = mine(id);
    if (row.status() == ScheduleStatus.ACTIVE) {
      return get(id);
    }
    Instant now = clock.instant();
    ScheduleRow resumed = turns.next(row, plans.of(row).next(now));
    Instant next = resumed.nextAt();
    if (next == null) {
      throw new ScheduleHasEnded();
    }
    schedules.plan(resumed);
    events.publishEvent(new ScheduleResumed(current.tenant(), id, row.name(), next, now));
    return get(id);
  }

  @Override
  @Transactional
  public void delete(ScheduleId id, @Nullable String ifMatch) {
    Schedule schedule = mine(id).view(null);
    if (ifMatch != null) {
      schedule.revision().requireMatch(ifMatch);
    }
    schedules.delete(id.value());
    events.publishEvent(new ScheduleDeleted(current.tenant(), id, schedule, clock.instant()));
  }

  @Override
  @Transactional
  public ScheduleRun execute(ScheduleId id) {
    ScheduleRow row = mine(id);
    actions.require(row.action(), current.get());
    Instant now = clock.instant();
    RunRow run = RunRow.due(Ids.next(), row.id(), RunTrigger.PERSON, now, actors.of(current.get()));
    runs.add(run);
    turns.run(run.id(), now);
    events.publishEvent(new ScheduleRunAsked(current.tenant(), id, run.id(), now));
    return run.view();
  }

  @Override
  public Page<ScheduleRun> runs(ScheduleId id, @Nullable RunStatus status, PageQuery page) {
    ScheduleRow row = row(id);
    Long total = page.count() ? runs.count(current.tenant(), row.id(), status) : null;
    return Page.of(
            runs.page(current.tenant(), row.id(), status, page), page, r -> List.of(r.id()), total)
        .map(RunRow::view);
  }

  @Override
  public ScheduleRun run(ScheduleId id, String run) {
    return runs.find(current.tenant(), row(id).id(), run)
        .orElseThrow(ScheduleRunNotFound::new)
        .view();
  }

  @Override
  public Page<MissedRuns> missed(PageQuery page) {
    Long total = page.count() ? missed.count(current.tenant()) : null;
    return Page.of(missed.page(current.tenant(), page), page, each -> List.of(each.id()), total);
  }

  @Override
  public SchedulePreview preview(ScheduleDraft draft) {
    var next = plans.of(current.tenant(), draft).next(clock.instant(), PREVIEWED);
    return new SchedulePreview(
        next, Misfires.explained(draft.misfire(), next.size(), properties.mostCaughtUp()));
  }

  @Override
  public List<ActionType> actions() {
    return actions.all(current.get());
  }

  private ScheduleRow row(ScheduleId id) {
    return schedules.find(current.tenant(), id.value()).orElseThrow(ScheduleNotFound::new);
  }

  private ScheduleRow mine(ScheduleId id) {
    ScheduleRow row =
        schedules.lock(current.tenant(), id.value()).orElseThrow(ScheduleNotFound::new);
    Actor actor = current.get();
    if (!actor.has(Roles.ADMIN) && !row.owner().actor().id().equals(actor.id())) {
      throw new ScheduleNotYours();
    }
    return row;
  }
}
