package io.flowmaster.schedules.internal;

import java.time.Clock;
import java.time.Instant;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Removes runs that ended long ago; the audit log keeps what they did. */
@Component
class ScheduleRetention {
  private static final int BATCH = 500;

  private final JdbcRuns runs;
  private final JdbcMissedRuns missed;
  private final TransactionTemplate transaction;
  private final SchedulesProperties properties;
  private final Clock clock;

  ScheduleRetention(
      JdbcRuns runs,
      JdbcMissedRuns missed,
      TransactionTemplate transaction,
      SchedulesProperties properties,
      Clock clock) {
    this.runs = runs;
    this.missed = missed;
    this.transaction = transaction;
    this.properties = properties;
    this.clock = clock;
  }

  /** Harmless when several nodes do it at once. */
  @Scheduled(cron = "0 50 3 * * *")
  void run() {
    Instant before = clock.instant().minus(properties.keepRuns());
    missed.removeNoticed(before);
    int removed;
    do {
      removed = transaction.execute(status -> runs.removeEnded(before, BATCH));
    } while (removed == BATCH);
  }
}
