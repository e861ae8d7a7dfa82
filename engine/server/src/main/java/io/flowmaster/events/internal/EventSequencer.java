package io.flowmaster.events.internal;

import io.flowmaster.events.EventsLogged;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves committed events from the outbox into the log and gives them their places. Writers never
 * wait for each other: the order is settled here, by one node at a time, so a place that can be
 * seen has no unseen one before it. The events themselves do not leave the database for it.
 */
@Component
class EventSequencer implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(EventSequencer.class);
  private static final int BATCH = 500;

  /** Other nodes get their turn, however much there is. */
  private static final int BATCHES_AT_ONCE = 20;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final EventsProperties properties;
  private final Clock clock;
  private final AtomicBoolean planned = new AtomicBoolean();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread made = new Thread(task, "events-sequencer");
            made.setDaemon(true);
            return made;
          });

  EventSequencer(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      ApplicationEventPublisher events,
      EventsProperties properties,
      Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.events = events;
    this.properties = properties;
    this.clock = clock;
  }

  private record Waiting(String id, String tenant, String type) {}

  private record Head(long seq, @Nullable Timestamp storedAt) {
    /** The times in the log never go back, whatever clocks do: the log is searched by them. */
    Instant laterThan(Instant now) {
      return storedAt != null && storedAt.toInstant().isAfter(now) ? storedAt.toInstant() : now;
    }
  }

  /** Something was committed here: what others commit within moments goes along. */
  void soon() {
    if (planned.compareAndSet(false, true)) {
      try {
        thread.schedule(this::planned, properties.gather().toMillis(), TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException e) {
        LOG.debug("the node stops; another one, or the next start, takes the events up", e);
      }
    }
  }

  private void planned() {
    planned.set(false);
    try {
      run();
    } catch (DataAccessException | TransactionException e) {
      LOG.warn("Events wait in the outbox, the next look takes them up: {}", e.getMessage());
    }
  }

  /** What a node left that went away right after a commit. */
  @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT1S")
  void run() {
    move(" for update skip locked");
  }

  /** Whoever asks afterwards finds what was committed before. */
  void catchUp() {
    move(" for update");
  }

  private void move(String lock) {
    for (int i = 0; i < BATCHES_AT_ONCE && isWaiting(); i++) {
      @Nullable EventsLogged logged =
          transaction.execute(status -> head(lock).map(this::moveAfter).orElse(null));
      if (logged == null) {
        return;
      }
      events.publishEvent(logged);
    }
  }

  long head() {
    return head("").orElseThrow().seq();
  }

  /** The last place that was given; empty when another node is giving places. */
  private Optional<Head> head(String lock) {
    return jdbc.sql("select seq, stored_at from events_sequence where id = 1" + lock)
        .query((row, n) -> new Head(row.getLong(1), row.getTimestamp(2)))
        .optional();
  }

  private boolean isWaiting() {
    return jdbc.sql("select id from events_outbox limit 1")
        .query(String.class)
        .optional()
        .isPresent();
  }

  private @Nullable EventsLogged moveAfter(Head head) {
    List<Waiting> rows =
        jdbc.sql("select id, tenant, type from events_outbox order by id limit :limit")
            .param("limit", BATCH)
            .query((row, n) -> new Waiting(row.getString(1), row.getString(2), row.getString(3)))
            .list();
    if (rows.isEmpty()) {
      return null;
    }
    String[] ids = rows.stream().map(Waiting::id).toArray(String[]::new);
    Instant now = head.laterThan(clock.instant());
    append(ids, head.seq(), now);
    jdbc.sql("delete from events_outbox where id = any(:ids)").param("ids", ids).update();
    long seq = head.seq() + rows.size();
    jdbc.sql("update events_sequence set seq = :seq, stored_at = :at where id = 1")
        .param("seq", seq)
        .param("at", Timestamp.from(now))
        .update();
    return new EventsLogged(seq, types(rows));
  }

  private void append(String[] ids, long head, Instant now) {
    jdbc.sql(
            """
            insert into events_event (seq, stored_at, id, tenant, type, source, subject, at, data, traceparent,
              attributes)
            select :head + row_number() over (order by id), :now, id, tenant, type, source, subject, at, data,
              traceparent, attributes
            from events_outbox where id = any(:ids)
            """)
        .param("head", head)
        .param("now", Timestamp.from(now))
        .param("ids", ids)
        .update();
  }

  private static Map<String, Set<String>> types(List<Waiting> rows) {
    Map<String, Set<String>> types = new HashMap<>();
    rows.forEach(row -> types.computeIfAbsent(row.tenant(), t -> new HashSet<>()).add(row.type()));
    return types;
  }

  @Override
  public void destroy() throws InterruptedException {
    thread.shutdown();
    thread.awaitTermination(5, TimeUnit.SECONDS);
  }
}
