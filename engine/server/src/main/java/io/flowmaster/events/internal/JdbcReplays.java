package io.flowmaster.events.internal;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Parts of the log that subscribers asked for once more, one after the other. */
@Component
class JdbcReplays {
  private final JdbcClient jdbc;

  JdbcReplays(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A part of the log.
   *
   * @param position the place up to which it was queued
   */
  record Replay(String id, long position, long upTo, Instant from, @Nullable Instant to) {
    boolean covers(Instant at) {
      return !at.isBefore(from) && (to == null || at.isBefore(to));
    }
  }

  void add(String tenant, String subscription, Replay replay) {
    jdbc.sql(
            """
            insert into events_replay (id, tenant, subscription, position, up_to, from_at, to_at)
            values (:id, :tenant, :subscription, :position, :upTo, :from, :to)
            """)
        .param("id", replay.id())
        .param("tenant", tenant)
        .param("subscription", subscription)
        .param("position", replay.position())
        .param("upTo", replay.upTo())
        .param("from", Timestamp.from(replay.from()))
        .param(
            "to",
            replay.to() == null ? null : Timestamp.from(replay.to()),
            Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
  }

  int count(String subscription) {
    return jdbc.sql("select count(*) from events_replay where subscription = :subscription")
        .param("subscription", subscription)
        .query(Integer.class)
        .single();
  }

  Optional<Replay> first(String subscription) {
    return jdbc.sql(
            "select * from events_replay where subscription = :subscription order by id limit 1")
        .param("subscription", subscription)
        .query(
            (row, n) -> {
              Timestamp to = row.getTimestamp("to_at");
              return new Replay(
                  row.getString("id"),
                  row.getLong("position"),
                  row.getLong("up_to"),
                  row.getTimestamp("from_at").toInstant(),
                  to == null ? null : to.toInstant());
            })
        .optional();
  }

  void move(Replay replay, long position) {
    String sql =
        position >= replay.upTo()
            ? "delete from events_replay where id = :id"
            : "update events_replay set position = :position where id = :id";
    jdbc.sql(sql).param("id", replay.id()).param("position", position).update();
  }
}
