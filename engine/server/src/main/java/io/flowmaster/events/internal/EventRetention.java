package io.flowmaster.events.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.function.IntSupplier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Removes old events from the log; the audit log keeps what was done. */
@Component
class EventRetention {
  private static final int BATCH = 2000;
  private final JdbcEventLog log;
  private final JdbcForeignEvents foreign;
  private final JdbcDeliveries deliveries;
  private final JdbcDeadRecords records;
  private final TransactionTemplate transaction;
  private final EventsProperties properties;
  private final Clock clock;

  EventRetention(
      JdbcEventLog log,
      JdbcForeignEvents foreign,
      JdbcDeliveries deliveries,
      JdbcDeadRecords records,
      TransactionTemplate transaction,
      EventsProperties properties,
      Clock clock) {
    this.log = log;
    this.foreign = foreign;
    this.deliveries = deliveries;
    this.records = records;
    this.transaction = transaction;
    this.properties = properties;
    this.clock = clock;
  }

  /** Harmless when several nodes do it at once. */
  @Scheduled(cron = "0 20 * * * *")
  void run() {
    Instant before = clock.instant().minus(properties.keep());
    untilNoneIsLeft(() -> log.removeBefore(before, BATCH));
    untilNoneIsLeft(() -> foreign.forgetBefore(before, BATCH));
    Instant ended = clock.instant().minus(properties.keepDeliveries());
    untilNoneIsLeft(() -> deliveries.removeEndedBefore(ended, BATCH));
    untilNoneIsLeft(() -> records.removeBefore(ended, BATCH));
  }

  private void untilNoneIsLeft(IntSupplier removal) {
    Integer removed;
    do {
      removed = transaction.execute(status -> removal.getAsInt());
    } while (removed != null && removed == BATCH);
  }
}
