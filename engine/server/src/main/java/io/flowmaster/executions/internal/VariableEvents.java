package io.flowmaster.executions.internal;

import static io.flowmaster.executions.internal.Events.elsewhere;

import io.flowmaster.executions.HistoryEvent;
import io.flowmaster.executions.HistoryEventType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Variables with their old and new values. The engine numbers the changes of a variable, so the old
 * value stands in the change before.
 */
@Component
class VariableEvents {
  private static final String CHANGES =
      """
      select v.ID_, v.NAME_, v.TIME_, v.PROC_INST_ID_, v.TASK_ID_, v.ACT_INST_ID_, a.ACT_ID_, a.ACT_NAME_,
        h.STATE_ as LAST_STATE_,
        (select max(x.SEQUENCE_COUNTER_) from ACT_HI_DETAIL x where x.VAR_INST_ID_ = v.VAR_INST_ID_) as LAST_,
        v.SEQUENCE_COUNTER_ as COUNT_,
        (select max(u.USER_ID_) from ACT_HI_OP_LOG u where u.OPERATION_ID_ = v.OPERATION_ID_
          and u.PROC_INST_ID_ = v.PROC_INST_ID_) as ACTOR_,
        %s, %s
      from ACT_HI_DETAIL v
      left join ACT_HI_VARINST h on h.ID_ = v.VAR_INST_ID_
      left join ACT_HI_ACTINST a on a.ID_ = v.ACT_INST_ID_
      left join ACT_GE_BYTEARRAY vb on vb.ID_ = v.BYTEARRAY_ID_
      left join ACT_HI_DETAIL w on w.VAR_INST_ID_ = v.VAR_INST_ID_
        and w.SEQUENCE_COUNTER_ = v.SEQUENCE_COUNTER_ - 1
      left join ACT_GE_BYTEARRAY wb on wb.ID_ = w.BYTEARRAY_ID_
      where v.ID_ in (:ids)
      """
          .formatted(
              StoredValue.columns("v", "vb", "NEW_"), StoredValue.columns("w", "wb", "OLD_"));

  private final JdbcClient jdbc;
  private final StoredValue values;

  VariableEvents(JdbcClient jdbc, StoredValue values) {
    this.jdbc = jdbc;
    this.values = values;
  }

  Map<String, HistoryEvent> of(ExecutionRow asked, Set<String> ids) {
    return Events.read(jdbc, CHANGES, ids, (row, n) -> event(asked, row));
  }

  private HistoryEvent event(ExecutionRow asked, ResultSet row) throws SQLException {
    boolean first = row.getString("OLD_TYPE") == null;
    boolean removed =
        !first
            && "DELETED".equals(row.getString("LAST_STATE_"))
            && row.getLong("LAST_") == row.getLong("COUNT_");
    Map<String, @Nullable Object> detail = new LinkedHashMap<>();
    detail.put("variable", row.getString("NAME_"));
    if (!first) {
      values.put(detail, "old", row, "OLD_");
    }
    if (!removed) {
      values.put(detail, "new", row, "NEW_");
    }
    if (row.getString("TASK_ID_") != null) {
      detail.put("task", row.getString("TASK_ID_"));
    }
    HistoryEventType changed =
        removed ? HistoryEventType.VARIABLE_REMOVED : HistoryEventType.VARIABLE_CHANGED;
    return new HistoryEvent(
        row.getTimestamp("TIME_").toInstant(),
        first ? HistoryEventType.VARIABLE_SET : changed,
        row.getString("ACT_ID_"),
        row.getString("ACT_NAME_"),
        row.getString("ACTOR_"),
        detail,
        elsewhere(asked, row.getString("PROC_INST_ID_")));
  }
}
