package io.flowmaster.bulk.internal;

import java.time.Clock;
import java.time.Instant;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Removes jobs that ended long ago, with their items; the audit log keeps what they did. */
@Component
class BulkRetention {
  private static final int BATCH = 10;

  private final JdbcBulkJobs jobs;
  private final TransactionTemplate transaction;
  private final BulkProperties properties;
  private final Clock clock;

  BulkRetention(
      JdbcBulkJobs jobs, TransactionTemplate transaction, BulkProperties properties, Clock clock) {
    this.jobs = jobs;
    this.transaction = transaction;
    this.properties = properties;
    this.clock = clock;
  }

  /** Harmless when several nodes do it at once. */
  @Scheduled(cron = "0 45 3 * * *")
  void run() {
    Instant before = clock.instant().minus(properties.keepEnded());
    int removed;
    do {
      removed = transaction.execute(status -> jobs.removeEnded(before, BATCH));
    } while (removed == BATCH);
  }
}
