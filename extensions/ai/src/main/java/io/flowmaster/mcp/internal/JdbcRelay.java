package io.flowmaster.mcp.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What clients said to a node that does not wait for it. */
@Component
class JdbcRelay {
  private static final Duration KEPT = Duration.ofMinutes(15);
  private final JdbcClient jdbc;
  private final Clock clock;

  JdbcRelay(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Leaves a message; the first one of an id counts. */
  @Transactional
  void leave(String id, String holder, String content) {
    jdbc.sql("delete from mcp_relay where at < :before or id = :id")
        .param("before", Timestamp.from(clock.instant().minus(KEPT)))
        .param("id", id)
        .update();
    jdbc.sql("insert into mcp_relay (id, holder, content, at) values (:id, :holder, :content, :at)")
        .param("id", id)
        .param("holder", holder)
        .param("content", content)
        .param("at", Timestamp.from(clock.instant()))
        .update();
  }

  /** What was left under these ids, by {@code id/holder}. */
  Map<String, String> take(Collection<String> ids) {
    Map<String, String> found = new HashMap<>();
    jdbc.sql("select id, holder, content from mcp_relay where id in (:ids)")
        .param("ids", ids)
        .query(
            row -> {
              found.put(
                  row.getString("id") + "/" + row.getString("holder"), row.getString("content"));
            });
    if (!found.isEmpty()) {
      jdbc.sql("delete from mcp_relay where id in (:ids)").param("ids", ids).update();
    }
    return found;
  }
}
