package io.flowmaster.events.internal;

import io.flowmaster.events.EventDelivery;
import io.flowmaster.events.EventDelivery.Status;
import io.flowmaster.events.LoggedEvent;
import io.flowmaster.platform.Ids;
import io.flowmaster.platform.PageQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits for subscribers, and what became of it. */
@Component
class JdbcDeliveries {
  private static final String INSERT =
      """
      insert into events_delivery (id, tenant, subscription, seq, event_id, type, order_key, replayed, status, attempts,
        due_at, created_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, 'PENDING', 0, ?, ?)
      """;

  /** None of the same order waits before it: those would come first. */
  private static final String FIRST_OF_ITS_ORDER =
      """
      d.subscription = :subscription and d.status = 'PENDING' and not exists (
        select 1 from events_delivery e where e.subscription = d.subscription and e.status = 'PENDING'
          and e.order_key = d.order_key and e.id < d.id)
      """;

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;

  JdbcDeliveries(JdbcClient jdbc, JdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /** One that is to be tried. */
  record Due(String id, long seq, int attempts) {}

  void add(SubscriptionRow subscription, List<LoggedEvent> events, boolean replayed, Instant now) {
    Timestamp at = Timestamp.from(now);
    batches.batchUpdate(
        INSERT,
        events.stream()
            .map(
                each ->
                    new Object[] {
                      Ids.next(),
                      subscription.tenant(),
                      subscription.id(),
                      each.seq(),
                      each.event().id(),
                      each.event().type(),
                      each.event().subject() == null ? each.event().id() : each.event().subject(),
                      replayed,
                      at,
                      at
                    })
            .toList());
  }

  List<Due> due(String subscription, Instant now, int most) {
    return jdbc.sql(
            "select d.id, d.seq, d.attempts from events_delivery d where "
                + FIRST_OF_ITS_ORDER
                + " and d.due_at <= :now order by d.id limit :most")
        .param("subscription", subscription)
        .param("now", Timestamp.from(now))
        .param("most", most)
        .query((row, n) -> new Due(row.getString(1), row.getLong(2), row.getInt(3)))
        .list();
  }

  Optional<Instant> nextDue(String subscription) {
    return jdbc.sql(
            "select d.due_at from events_delivery d where "
                + FIRST_OF_ITS_ORDER
                + " order by d.due_at limit 1")
        .param("subscription", subscription)
        .query(Timestamp.class)
        .optional()
        .map(Timestamp::toInstant);
  }

  long count(String subscription, Status status) {
    return jdbc.sql(
            "select count(*) from events_delivery where subscription = :subscription and status = :status")
        .param("subscription", subscription)
        .param("status", status.name())
        .query(Long.class)
        .single();
  }

  void delivered(String id, @Nullable Integer answer, Instant now) {
    ended(id, Status.DELIVERED, answer, null, now);
  }

  void dead(String id, @Nullable Integer answer, String error, Instant now) {
    ended(id, Status.DEAD, answer, error, now);
  }

  private void ended(
      String id, Status status, @Nullable Integer answer, @Nullable String error, Instant now) {
    jdbc.sql(
            """
            update events_delivery set status = :status, attempts = attempts + 1, answer = :answer, error = :error,
              ended_at = :now
            where id = :id and status = 'PENDING'
            """)
        .param("id", id)
        .param("status", status.name())
        .param("answer", answer, Types.INTEGER)
        .param("error", error, Types.VARCHAR)
        .param("now", Timestamp.from(now))
        .update();
  }

  void putOff(String id, @Nullable Integer answer, String error, Instant until) {
    jdbc.sql(
            """
            update events_delivery set attempts = attempts + 1, answer = :answer, error = :error, due_at = :until
            where id = :id and status = 'PENDING'
            """)
        .param("id", id)
        .param("answer", answer, Types.INTEGER)
        .param("error", error)
        .param("until", Timestamp.from(until))
        .update();
  }

  /** The oldest dead letters; answers how many. */
  int revive(String subscription, Instant now, int most) {
    return jdbc.sql(
            """
            update events_delivery set status = 'PENDING', attempts = 0, due_at = :now, ended_at = null
            where id in (select id from events_delivery where subscription = :subscription and status = 'DEAD'
              order by id limit :most)
            """)
        .param("subscription", subscription)
        .param("now", Timestamp.from(now))
        .param("most", most)
        .update();
  }

  boolean reviveOne(String subscription, String id, Instant now) {
    return jdbc.sql(
                """
                update events_delivery set status = 'PENDING', attempts = 0, due_at = :now, ended_at = null
                where id = :id and subscription = :subscription and status <> 'PENDING'
                """)
            .param("id", id)
            .param("subscription", subscription)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  /** What waits for another attempt does not wait any longer. */
  void hurry(String subscription, Instant now) {
    jdbc.sql(
            """
            update events_delivery set due_at = :now
            where subscription = :subscription and status = 'PENDING' and due_at > :now
            """)
        .param("subscription", subscription)
        .param("now", Timestamp.from(now))
        .update();
  }

  List<EventDelivery> page(String subscription, @Nullable Status status, PageQuery page) {
    return jdbc.sql(
            """
            select * from events_delivery where subscription = :subscription and id < :before %s
            order by id desc limit :limit
            """
                .formatted(status == null ? "" : "and status = :status"))
        .param("subscription", subscription)
        .param("status", status == null ? null : status.name(), Types.VARCHAR)
        .param("before", page.cursor() == null ? "g" : page.cursor().string(0))
        .param("limit", page.limit() + 1)
        .query(this::read)
        .list();
  }

  Optional<EventDelivery> find(String subscription, String id) {
    return jdbc.sql("select * from events_delivery where id = :id and subscription = :subscription")
        .param("id", id)
        .param("subscription", subscription)
        .query(this::read)
        .optional();
  }

  int removeEndedBefore(Instant at, int most) {
    return jdbc.sql(
            """
            delete from events_delivery where id in
              (select id from events_delivery where ended_at < :at order by ended_at limit :most)
            """)
        .param("at", Timestamp.from(at))
        .param("most", most)
        .update();
  }

  private EventDelivery read(ResultSet row, int number) throws SQLException {
    Timestamp ended = row.getTimestamp("ended_at");
    return new EventDelivery(
        row.getString("id"),
        row.getString("event_id"),
        row.getString("type"),
        row.getString("order_key"),
        row.getBoolean("replayed"),
        Status.valueOf(row.getString("status")),
        row.getInt("attempts"),
        row.getTimestamp("due_at").toInstant(),
        row.getObject("answer", Integer.class),
        row.getString("error"),
        row.getTimestamp("created_at").toInstant(),
        ended == null ? null : ended.toInstant());
  }
}
