package io.flowmaster.schedules.internal;

import io.flowmaster.engine.EngineScope;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.ScheduledAction;
import io.flowmaster.schedules.OverlapPolicy;
import io.flowmaster.schedules.RunStatus;
import io.flowmaster.schedules.RunTrigger;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Whether a run begins while others of its schedule may be under way. */
@Component
class RunStart {
  private final JdbcSchedules schedules;
  private final JdbcRuns runs;
  private final EngineScope engine;
  private final TransactionTemplate transaction;
  private final Clock clock;

  RunStart(
      JdbcSchedules schedules,
      JdbcRuns runs,
      EngineScope engine,
      TransactionTemplate transaction,
      Clock clock) {
    this.schedules = schedules;
    this.runs = runs;
    this.engine = engine;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** What becomes of a run. */
  enum Decision {
    START,
    WAIT,
    SKIP,
    /** Somebody decided it before. */
    NOTHING
  }

  Optional<ScheduleRow> scheduleOf(RunRow run) {
    return schedules.find(run.owner().actor().tenant(), run.schedule());
  }

  /** Under the lock of the schedule, so that two runs do not both believe to be first. */
  Decision decide(ScheduleRow schedule, RunRow run, ScheduledAction action, Actor actor) {
    boolean isUnderWay =
        schedule.overlap() != OverlapPolicy.ALLOW
            && !asksNobody(run)
            && isUnderWay(run, action, actor);
    return transaction.execute(status -> locked(run, isUnderWay));
  }

  /** A run that a person asked for keeps to no policy, nor does one that was begun before. */
  private static boolean asksNobody(RunRow run) {
    return run.trigger() == RunTrigger.PERSON || run.status() != RunStatus.WAITING;
  }

  private boolean isUnderWay(RunRow run, ScheduledAction action, Actor actor) {
    List<String> begun = runs.lastSubjects(run.schedule());
    return engine.actingAs(actor, () -> begun.stream().anyMatch(action::isUnderWay));
  }

  private Decision locked(RunRow seen, boolean isUnderWay) {
    ScheduleRow schedule =
        schedules.lock(seen.owner().actor().tenant(), seen.schedule()).orElse(null);
    RunRow run = runs.find(seen.id()).orElse(null);
    if (schedule == null || run == null || run.endedAt() != null) {
      return Decision.NOTHING;
    }
    Decision decision = asksNobody(run) ? Decision.START : decision(schedule, run, isUnderWay);
    if (decision == Decision.START) {
      runs.start(run.id(), clock.instant());
    } else if (decision == Decision.WAIT) {
      runs.queue(run.id());
    }
    return decision;
  }

  private Decision decision(ScheduleRow schedule, RunRow run, boolean isUnderWay) {
    if (schedule.overlap() == OverlapPolicy.ALLOW) {
      return Decision.START;
    }
    List<RunRow> earlier = runs.unfinishedBefore(run);
    if (!isUnderWay && earlier.isEmpty()) {
      return Decision.START;
    }
    boolean isTaken = earlier.stream().anyMatch(RunRow::queued);
    return schedule.overlap() == OverlapPolicy.SKIP || isTaken ? Decision.SKIP : Decision.WAIT;
  }
}
