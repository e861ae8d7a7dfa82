package io.flowmaster.notifications.internal;

import java.time.Clock;
import java.time.Instant;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Removes what is over for long. */
@Component
class NotificationRetention {
  private static final int BATCH = 200;
  private final JdbcMessages messages;
  private final SignedLinks links;
  private final TransactionTemplate transaction;
  private final NotificationsProperties properties;
  private final Clock clock;

  NotificationRetention(
      JdbcMessages messages,
      SignedLinks links,
      TransactionTemplate transaction,
      NotificationsProperties properties,
      Clock clock) {
    this.messages = messages;
    this.links = links;
    this.transaction = transaction;
    this.properties = properties;
    this.clock = clock;
  }

  /** Harmless when several nodes do it at once. */
  @Scheduled(cron = "0 55 3 * * *")
  void run() {
    Instant before = clock.instant().minus(properties.keepEnded());
    links.removeExpired(before);
    int removed;
    do {
      removed = transaction.execute(status -> messages.removeEnded(before, BATCH));
    } while (removed == BATCH);
  }
}
