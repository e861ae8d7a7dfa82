package io.flowmaster.executions.internal;

import static io.flowmaster.executions.internal.Events.elsewhere;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.executions.HistoryEvent;
import io.flowmaster.executions.HistoryEventType;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people did: the engine's operation log, and what {@link ChangeLog} adds to it. */
@Component
class PeopleEvents {
  private static final String OPERATIONS =
      """
      select o.*, p.ID_ as PROPERTY_ID_, p.PROPERTY_ as CHANGED_, p.ORG_VALUE_ as OLD_, p.NEW_VALUE_ as NEW_,
        t.TASK_DEF_KEY_, t.NAME_
      from ACT_HI_OP_LOG o
      join ACT_HI_OP_LOG p on p.OPERATION_ID_ = o.OPERATION_ID_ and p.ENTITY_TYPE_ = o.ENTITY_TYPE_
        and p.ROOT_PROC_INST_ID_ = o.ROOT_PROC_INST_ID_ and p.OPERATION_TYPE_ = o.OPERATION_TYPE_
      left join ACT_HI_TASKINST t on t.ID_ = o.TASK_ID_
      where o.ID_ in (:ids) order by o.ID_, p.ID_
      """;

  private final JdbcClient jdbc;
  private final ObjectMapper json;

  PeopleEvents(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  Map<String, HistoryEvent> operations(ExecutionRow asked, Set<String> ids) {
    Map<String, Map<String, Object>> changes = new LinkedHashMap<>();
    return Events.read(
        jdbc,
        OPERATIONS,
        ids,
        (row, n) ->
            operation(
                asked,
                row,
                changes.computeIfAbsent(row.getString("ID_"), id -> new LinkedHashMap<>())));
  }

  private static HistoryEvent operation(
      ExecutionRow asked, ResultSet row, Map<String, Object> changes) throws SQLException {
    String property = row.getString("CHANGED_");
    if (property != null) {
      changes.put(
          property,
          new Detail().with("old", row.getString("OLD_")).with("new", row.getString("NEW_")).map());
    }
    HistoryEventType type = type(row.getString("ENTITY_TYPE_"), row.getString("OPERATION_TYPE_"));
    Detail detail =
        new Detail()
            .with("task", row.getString("TASK_ID_"))
            .with("job", row.getString("JOB_ID_"))
            .with("reason", row.getString("ANNOTATION_"));
    if (type == HistoryEventType.TASK_CHANGED || type == HistoryEventType.EXECUTION_CHANGED) {
      detail.with("change", row.getString("OPERATION_TYPE_")).with("changes", changes);
    }
    return new HistoryEvent(
        row.getTimestamp("TIMESTAMP_").toInstant(),
        type,
        row.getString("TASK_DEF_KEY_"),
        row.getString("NAME_"),
        row.getString("USER_ID_"),
        detail.map(),
        elsewhere(asked, row.getString("PROC_INST_ID_")));
  }

  private static HistoryEventType type(String entity, String operation) {
    if (entity.equals("Task")) {
      return HistoryEventType.TASK_CHANGED;
    }
    return switch (operation) {
      case "Suspend" -> HistoryEventType.EXECUTION_PAUSED;
      case "Activate" -> HistoryEventType.EXECUTION_RESUMED;
      case "ModifyProcessInstance" -> HistoryEventType.EXECUTION_MOVED;
      case "SetJobRetries", "SetExternalTaskRetries" -> HistoryEventType.EXECUTION_RETRIED;
      default -> HistoryEventType.EXECUTION_CHANGED;
    };
  }

  Map<String, HistoryEvent> changes(Set<String> ids) {
    return Events.read(
        jdbc,
        "select c.*, c.id as ID_ from executions_change c where c.id in (:ids)",
        ids,
        (row, n) ->
            new HistoryEvent(
                row.getTimestamp("begun_at").toInstant(),
                HistoryEventType.valueOf(row.getString("type")),
                null,
                null,
                row.getString("actor"),
                members(row.getString("detail")),
                null));
  }

  private Map<String, @Nullable Object> members(String text) {
    try {
      return json.readValue(text, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
