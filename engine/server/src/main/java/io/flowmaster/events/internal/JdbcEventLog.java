package io.flowmaster.events.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.events.EventLog;
import io.flowmaster.events.EventSearch;
import io.flowmaster.events.LoggedEvent;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the log by place; a time is turned into a place first. */
@Component
class JdbcEventLog implements EventLog {
  private static final int AT_ONCE = 500;
  private static final int MOST = 1000;

  /** So many events are looked at for a page; then it ends early, with a cursor that leads on. */
  private static final int LOOKED_AT = 20_000;

  /** No transaction takes longer between its facts and its commit, and no clocks differ more. */
  private static final Duration MARGIN = Duration.ofHours(1);

  private final JdbcClient jdbc;
  private final RowJson json;
  private final EventSequencer sequencer;
  private final CurrentActor current;
  private final Clock clock;

  JdbcEventLog(
      JdbcClient jdbc, RowJson json, EventSequencer sequencer, CurrentActor current, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.sequencer = sequencer;
    this.current = current;
    this.clock = clock;
  }

  @Override
  public long head() {
    return sequencer.head();
  }

  @Override
  public List<LoggedEvent> after(long seq, int limit) {
    return jdbc.sql(
            "select %s from events_event where seq > :after order by seq limit :limit"
                .formatted(RowJson.COLUMNS))
        .param("after", seq)
        .param("limit", Math.min(limit, MOST))
        .query((row, n) -> json.event(row))
        .list();
  }

  /** The next events of one tenant, whichever they are. */
  List<LoggedEvent> after(String tenant, long seq, long upTo, int limit) {
    return jdbc.sql(
            """
            select %s from events_event where tenant = :tenant and seq > :after and seq <= :upTo
            order by seq limit :limit
            """
                .formatted(RowJson.COLUMNS))
        .param("tenant", tenant)
        .param("after", seq)
        .param("upTo", upTo)
        .param("limit", limit)
        .query((row, n) -> json.event(row))
        .list();
  }

  @Override
  public Page<LoggedEvent> replay(EventSearch search, PageQuery page) {
    TypePattern types = TypePattern.of(search.types());
    sequencer.catchUp();
    Bounds bounds = bounds(search.from(), search.to());
    long after = page.cursor() == null ? bounds.after() : page.cursor().number(0);
    List<LoggedEvent> found = new ArrayList<>();
    long seen = 0;
    while (found.size() <= page.limit() && seen < LOOKED_AT) {
      List<LoggedEvent> batch = batch(search, after, bounds.upTo());
      seen += batch.size();
      for (LoggedEvent event : batch) {
        after = event.seq();
        if (search.types().isEmpty() || types.matches(event.event().type())) {
          found.add(event);
        }
      }
      if (batch.size() < AT_ONCE) {
        return Page.of(cut(found, page), page, event -> List.of(event.seq()), null);
      }
    }
    return found.size() > page.limit()
        ? Page.of(cut(found, page), page, event -> List.of(event.seq()), null)
        : Page.upTo(found, List.of(after));
  }

  private static List<LoggedEvent> cut(List<LoggedEvent> found, PageQuery page) {
    return found.subList(0, Math.min(found.size(), page.limit() + 1));
  }

  private List<LoggedEvent> batch(EventSearch search, long after, long upTo) {
    return jdbc.sql(
            """
            select %s from events_event where tenant = :tenant and seq > :after and seq <= :upTo
              %s and at >= :from and at < :to
            order by seq limit :limit
            """
                .formatted(
                    RowJson.COLUMNS, search.subject() == null ? "" : "and subject = :subject"))
        .param("tenant", current.tenant().value())
        .param("after", after)
        .param("upTo", upTo)
        .param("subject", search.subject())
        .param("from", Timestamp.from(search.from() == null ? Instant.EPOCH : search.from()))
        .param("to", Timestamp.from(search.to() == null ? FOREVER : search.to()))
        .param("limit", AT_ONCE)
        .query((row, n) -> json.event(row))
        .list();
  }

  private static final Instant FOREVER = Instant.parse("9999-01-01T00:00:00Z");

  /** Places between which the events of a time are. */
  record Bounds(long after, long upTo) {}

  Bounds bounds(@Nullable Instant from, @Nullable Instant to) {
    long head = head();
    long after = from == null ? 0 : firstSince(from.minus(MARGIN), head) - 1;
    long upTo = to == null || wasAhead() ? head : firstSince(to.plus(MARGIN), head) - 1;
    return new Bounds(after, upTo);
  }

  /** A clock was put back: what was stored since then says nothing of when it happened. */
  private boolean wasAhead() {
    return jdbc.sql("select stored_at from events_sequence where id = 1")
        .query(Timestamp.class)
        .optional()
        .map(Timestamp::toInstant)
        .filter(stored -> stored.isAfter(clock.instant().plus(MARGIN)))
        .isPresent();
  }

  /** Places have no gaps and times in the log never go back: it can be halved again and again. */
  private long firstSince(Instant at, long head) {
    long low =
        jdbc.sql("select seq from events_event order by seq limit 1")
            .query(Long.class)
            .optional()
            .orElse(head + 1);
    long high = head + 1;
    while (low < high) {
      long middle = low + (high - low) / 2;
      Instant stored =
          jdbc.sql("select stored_at from events_event where seq = :seq")
              .param("seq", middle)
              .query(Timestamp.class)
              .optional()
              .map(Timestamp::toInstant)
              .orElse(Instant.EPOCH);
      if (stored.isBefore(at)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  @Override
  public ObjectNode structured(LoggedEvent event) {
    return json.structured(event);
  }

  /** Removes what is older, oldest first; answers how many. */
  int removeBefore(Instant at, int most) {
    long upTo = firstSince(at, head()) - 1;
    return jdbc.sql(
            """
            delete from events_event where seq in
              (select seq from events_event where seq <= :upTo order by seq limit :most)
            """)
        .param("upTo", upTo)
        .param("most", most)
        .update();
  }
}
