package io.flowmaster.schedules.internal;

import io.flowmaster.engine.EngineScope;
import io.flowmaster.schedules.RunStatus;
import io.flowmaster.schedules.ScheduleRunEnded;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Notes what came of a run, and tells it. */
@Component
class RunEnd {
  private final JdbcRuns runs;
  private final EngineScope engine;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  RunEnd(
      JdbcRuns runs,
      EngineScope engine,
      TransactionTemplate transaction,
      ApplicationEventPublisher events,
      Clock clock) {
    this.runs = runs;
    this.engine = engine;
    this.transaction = transaction;
    this.events = events;
    this.clock = clock;
  }

  /** In the current transaction, if there is one; once. */
  void note(
      ScheduleRow schedule,
      RunRow run,
      RunStatus status,
      @Nullable String code,
      @Nullable String message,
      @Nullable String subject) {
    Instant now = clock.instant();
    ScheduleRunEnded ended =
        new ScheduleRunEnded(
            run.owner().actor().tenant(),
            schedule.scheduleId(),
            schedule.name(),
            run.id(),
            run.trigger(),
            status,
            code,
            subject,
            run.scheduledAt(),
            now);
    engine.actingAs(
        run.owner().actor(),
        () ->
            transaction.execute(
                tx -> {
                  if (runs.end(run.id(), status, code, message, subject, now)) {
                    events.publishEvent(ended);
                  }
                  return true;
                }));
  }
}
