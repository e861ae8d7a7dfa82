package io.flowmaster.realtime.internal;

import io.flowmaster.platform.Ids;
import io.flowmaster.platform.TenantId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Who listens where, on all nodes. A node renews what it knows; what was not renewed is of a node
 * that is gone.
 */
@Component
class JdbcPresence {
  private static final Duration GOOD_FOR = Duration.ofSeconds(90);
  private static final int MOST = 200;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final String node = Ids.next();
  private final Map<LiveConnection, Set<String>> here = new ConcurrentHashMap<>();

  JdbcPresence(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Somebody who listens. */
  record Present(String id, String name) {}

  void joined(LiveConnection connection, String channel) {
    Set<String> channels = here.computeIfAbsent(connection, each -> ConcurrentHashMap.newKeySet());
    if (channels.add(channel)) {
      jdbc.sql(
              """
              insert into realtime_presence (id, node, tenant, channel, user_id, user_name, seen_at)
              values (:id, :node, :tenant, :channel, :user, :name, :at)
              """)
          .param("id", id(connection, channel))
          .param("node", node)
          .param("tenant", connection.actor().tenant().value())
          .param("channel", channel)
          .param("user", connection.actor().id().value())
          .param("name", connection.actor().name())
          .param("at", Timestamp.from(clock.instant()))
          .update();
    }
  }

  private String id(LiveConnection connection, String channel) {
    return node + ":" + System.identityHashCode(connection) + ":" + channel;
  }

  void left(LiveConnection connection, String channel) {
    if (here.getOrDefault(connection, Set.of()).remove(channel)) {
      jdbc.sql("delete from realtime_presence where id = :id")
          .param("id", id(connection, channel))
          .update();
    }
  }

  void gone(LiveConnection connection) {
    List.copyOf(here.getOrDefault(connection, Set.of()))
        .forEach(channel -> left(connection, channel));
    here.remove(connection);
  }

  List<Present> at(TenantId tenant, String channel) {
    return jdbc.sql(
            """
            select distinct user_id, user_name from realtime_presence
            where tenant = :tenant and channel = :channel and seen_at > :since order by user_id limit :most
            """)
        .param("tenant", tenant.value())
        .param("channel", channel)
        .param("since", Timestamp.from(clock.instant().minus(GOOD_FOR)))
        .param("most", MOST)
        .query((row, n) -> new Present(row.getString(1), row.getString(2)))
        .list();
  }

  @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT30S")
  void renew() {
    Instant now = clock.instant();
    if (!here.isEmpty()) {
      jdbc.sql("update realtime_presence set seen_at = :at where node = :node")
          .param("at", Timestamp.from(now))
          .param("node", node)
          .update();
    }
    jdbc.sql("delete from realtime_presence where seen_at < :before")
        .param("before", Timestamp.from(now.minus(GOOD_FOR.multipliedBy(2))))
        .update();
  }
}
