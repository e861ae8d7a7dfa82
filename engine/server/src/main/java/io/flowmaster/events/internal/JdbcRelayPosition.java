package io.flowmaster.events.internal;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Up to where the log was told to Kafka; any node reads it. */
@Component
class JdbcRelayPosition {
  private static final int LONGEST_ERROR = 500;
  private final JdbcClient jdbc;
  private final Clock clock;

  JdbcRelayPosition(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * How it stands.
   *
   * @param position the place of the last event that is told
   * @param missed how many were not: they had left the log, or are too large for the broker
   * @param failures attempts that failed since the last success
   * @param error what was the matter with the last attempt; null when nothing was
   * @param since since when it fails
   */
  record Standing(
      long position, long missed, int failures, @Nullable String error, @Nullable Instant since) {}

  Standing read() {
    return jdbc.sql("select * from events_relay where name = 'kafka'")
        .query(
            (row, n) ->
                new Standing(
                    row.getLong("position"),
                    row.getLong("missed"),
                    row.getInt("failures"),
                    row.getString("error"),
                    Optional.ofNullable(row.getTimestamp("failing_since"))
                        .map(Timestamp::toInstant)
                        .orElse(null)))
        .single();
  }

  /** False when another node has moved on meanwhile. */
  boolean move(long from, long to, long missed) {
    return jdbc.sql(
                """
                update events_relay set position = :to, missed = missed + :missed, failures = 0, error = null,
                  failing_since = null
                where name = 'kafka' and position = :from
                """)
            .param("from", from)
            .param("to", to)
            .param("missed", missed)
            .update()
        == 1;
  }

  void failed(String error) {
    jdbc.sql(
            """
            update events_relay set failures = failures + 1, error = :error,
              failing_since = coalesce(failing_since, :now)
            where name = 'kafka'
            """)
        .param("error", error.substring(0, Math.min(error.length(), LONGEST_ERROR)), Types.VARCHAR)
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }
}
