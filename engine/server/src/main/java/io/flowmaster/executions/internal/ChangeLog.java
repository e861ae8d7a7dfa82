package io.flowmaster.executions.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.executions.HistoryEventType;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Ids;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Changes by people that the engine's own operation log does not keep, or keeps without the reason.
 */
@Component
class ChangeLog {
  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final CurrentActor current;
  private final Clock clock;

  ChangeLog(JdbcClient jdbc, ObjectMapper json, CurrentActor current, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.current = current;
    this.clock = clock;
  }

  /**
   * Notes a change in the transaction that makes it.
   *
   * @param root the outermost execution
   * @param begun when the change began: its effects are later, and so stand after it in the history
   */
  void append(String root, HistoryEventType type, Instant begun, Map<String, ?> detail) {
    jdbc.sql(
            """
            insert into executions_change (id, tenant, execution, type, actor, begun_at, ended_at, detail)
            values (:id, :tenant, :execution, :type, :actor, :begun, :ended, :detail)
            """)
        .param("id", Ids.next())
        .param("tenant", current.tenant().value())
        .param("execution", root)
        .param("type", type.name())
        .param("actor", current.get().id().value())
        .param("begun", Timestamp.from(begun))
        .param("ended", Timestamp.from(clock.instant()))
        .param("detail", write(detail))
        .update();
  }

  private String write(Map<String, ?> detail) {
    try {
      return json.writeValueAsString(detail);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
