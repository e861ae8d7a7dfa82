package io.flowmaster.events.internal;

import io.flowmaster.events.EventDelivery.Status;
import io.flowmaster.events.LoggedEvent;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a subscriber's events out of the log, as long as there is room for them. */
@Component
class DeliveryQueue {
  private static final int BATCH = 200;
  private final JdbcClient jdbc;
  private final JdbcEventLog log;
  private final JdbcSubscriptions subscriptions;
  private final JdbcDeliveries deliveries;
  private final JdbcReplays replays;
  private final EventFilter filter;
  private final TransactionTemplate transaction;
  private final EventsProperties properties;
  private final Clock clock;

  DeliveryQueue(
      JdbcClient jdbc,
      JdbcEventLog log,
      JdbcSubscriptions subscriptions,
      JdbcDeliveries deliveries,
      JdbcReplays replays,
      EventFilter filter,
      TransactionTemplate transaction,
      EventsProperties properties,
      Clock clock) {
    this.jdbc = jdbc;
    this.log = log;
    this.subscriptions = subscriptions;
    this.deliveries = deliveries;
    this.replays = replays;
    this.filter = filter;
    this.transaction = transaction;
    this.properties = properties;
    this.clock = clock;
  }

  /** Whether there may be more to take. */
  boolean fill(String id) {
    return Boolean.TRUE.equals(transaction.execute(status -> fillLocked(id)));
  }

  private boolean fillLocked(String id) {
    Optional<SubscriptionRow> row = subscriptions.lock(id);
    if (row.isEmpty() || deliveries.count(id, Status.PENDING) >= properties.mostWaiting()) {
      return false;
    }
    Optional<JdbcReplays.Replay> replay = replays.first(id);
    boolean isMore = replay.isPresent() && replayed(row.get(), replay.get());
    return fresh(row.get()) || isMore;
  }

  private boolean fresh(SubscriptionRow row) {
    long head = log.head();
    if (head == row.position()) {
      return false;
    }
    long oldest =
        jdbc.sql("select seq from events_event order by seq limit 1")
            .query(Long.class)
            .optional()
            .orElse(head + 1);
    long missed = Math.max(0, oldest - 1 - row.position());
    List<LoggedEvent> batch = log.after(row.tenant(), row.position(), head, BATCH);
    deliveries.add(row, wanted(row, batch, event -> true), false, clock.instant());
    boolean isFull = batch.size() == BATCH;
    subscriptions.move(row.id(), isFull ? batch.get(BATCH - 1).seq() : head, missed);
    return isFull;
  }

  private boolean replayed(SubscriptionRow row, JdbcReplays.Replay replay) {
    List<LoggedEvent> batch = log.after(row.tenant(), replay.position(), replay.upTo(), BATCH);
    List<LoggedEvent> wanted = wanted(row, batch, event -> replay.covers(event.event().time()));
    deliveries.add(row, wanted, true, clock.instant());
    boolean isFull = batch.size() == BATCH;
    replays.move(replay, isFull ? batch.get(BATCH - 1).seq() : replay.upTo());
    return isFull || replays.count(row.id()) > 0;
  }

  private List<LoggedEvent> wanted(
      SubscriptionRow row, List<LoggedEvent> batch, Predicate<LoggedEvent> more) {
    TypePattern types = TypePattern.of(row.types());
    return batch.stream()
        .filter(each -> types.matches(each.event().type()))
        .filter(more)
        .filter(each -> filter.lets(row.filter(), each.event()))
        .toList();
  }
}
