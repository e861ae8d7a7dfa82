package io.flowmaster.schedules.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.engine.EngineScope;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ScheduledAction;
import io.flowmaster.platform.ScheduledAction.Outcome;
import io.flowmaster.schedules.RunStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Does what is due. */
@Component
class RunTurn {
  private static final Logger LOG = LoggerFactory.getLogger(RunTurn.class);
  private static final int MOST_ATTEMPTS = 3;

  private final JdbcRuns runs;
  private final RunStart start;
  private final RunEnd end;
  private final OfferedActions actions;
  private final ScheduleActors actors;
  private final EngineScope engine;
  private final TransactionTemplate transaction;
  private final SchedulesProperties properties;
  private final Clock clock;

  RunTurn(
      JdbcRuns runs,
      RunStart start,
      RunEnd end,
      OfferedActions actions,
      ScheduleActors actors,
      EngineScope engine,
      TransactionTemplate transaction,
      SchedulesProperties properties,
      Clock clock) {
    this.runs = runs;
    this.start = start;
    this.end = end;
    this.actions = actions;
    this.actors = actors;
    this.engine = engine;
    this.transaction = transaction;
    this.properties = properties;
    this.clock = clock;
  }

  /** When it wants another turn; empty when it is over. */
  Optional<Instant> take(String id) {
    RunRow run = runs.find(id).orElse(null);
    ScheduleRow schedule = run == null ? null : start.scheduleOf(run).orElse(null);
    if (run == null || schedule == null) {
      return Optional.empty();
    }
    MDC.put("requestId", "schedule-run-" + id);
    try {
      return take(schedule, run);
    } finally {
      MDC.remove("requestId");
    }
  }

  private Optional<Instant> take(ScheduleRow schedule, RunRow run) {
    ScheduledAction action = actions.find(schedule.actionType()).orElse(null);
    if (action == null) {
      fail(schedule, run, "unknown-action", "This version of the platform has no such action.");
      return Optional.empty();
    }
    Actor actor = actors.now(run.owner(), action).orElse(null);
    if (actor == null) {
      fail(schedule, run, "forbidden", "For whom it runs may no longer do this in the tenant.");
      return Optional.empty();
    }
    RunStart.Decision decision = start.decide(schedule, run, action, actor);
    if (decision == RunStart.Decision.WAIT) {
      return Optional.of(clock.instant().plus(properties.overlapCheck()));
    }
    if (decision == RunStart.Decision.SKIP) {
      end.note(
          schedule, run, RunStatus.SKIPPED, "overlap", "An earlier run is still under way.", null);
    } else if (decision == RunStart.Decision.START) {
      perform(schedule, run, action, actor);
    }
    return Optional.empty();
  }

  private void perform(ScheduleRow schedule, RunRow run, ScheduledAction action, Actor actor) {
    if (run.attempts() >= MOST_ATTEMPTS) {
      fail(schedule, run, "node-lost", "Each node that began it was lost before its end.");
      return;
    }
    ObjectNode configuration = actions.configuration(schedule.action());
    ScheduledAction.Run context =
        new ScheduledAction.Run(run.id(), run.schedule(), run.scheduledAt(), actor);
    try {
      if (action.isTransactional()) {
        engine.actingAs(
            actor,
            () ->
                transaction.execute(
                    status -> {
                      if (runs.lockRunning(run.id())) {
                        done(schedule, run, action.run(configuration, context));
                      }
                      return true;
                    }));
      } else {
        done(schedule, run, engine.actingAs(actor, () -> action.run(configuration, context)));
      }
    } catch (Problem refused) {
      fail(schedule, run, refused.code(), String.valueOf(refused.getMessage()));
    } catch (RuntimeException e) {
      LOG.warn("run {} of schedule {} failed", run.id(), run.schedule(), e);
      String sentence = "Something went wrong inside the platform; its log says more.";
      fail(schedule, run, "internal-error", sentence);
    }
  }

  private void done(ScheduleRow schedule, RunRow run, Outcome outcome) {
    end.note(schedule, run, RunStatus.DONE, null, outcome.message(), outcome.subject());
  }

  private void fail(ScheduleRow schedule, RunRow run, String code, @Nullable String message) {
    end.note(schedule, run, RunStatus.FAILED, code, message, null);
  }
}
