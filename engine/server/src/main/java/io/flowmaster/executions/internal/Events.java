package io.flowmaster.executions.internal;

import io.flowmaster.executions.HistoryEvent;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads rows of one source, by id. */
final class Events {
  private Events() {}

  /**
   * @param sql with {@code :ids}, and with the id in the column {@code ID_}
   */
  static Map<String, HistoryEvent> read(
      JdbcClient jdbc, String sql, Collection<String> ids, RowMapper<HistoryEvent> mapper) {
    Map<String, HistoryEvent> found = new HashMap<>();
    int[] number = {0};
    jdbc.sql(sql)
        .param("ids", ids)
        .query(
            row -> {
              found.put(row.getString("ID_"), mapper.mapRow(row, number[0]++));
            });
    return found;
  }

  /** The execution of an event, when it is not the one that was asked for. */
  static @Nullable String elsewhere(ExecutionRow asked, @Nullable String execution) {
    return asked.id().equals(execution) ? null : execution;
  }
}
