package io.flowmaster.executions.internal;

import static io.flowmaster.executions.internal.Events.elsewhere;

import io.flowmaster.executions.HistoryEvent;
import io.flowmaster.executions.HistoryEventType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Executions and activities that began and ended. */
@Component
class FlowEvents {
  private static final int CANCELED = 2;

  private static final String EXECUTIONS =
      """
      select p.*, d.VERSION_,
        (select max(o.USER_ID_) from ACT_HI_OP_LOG o where o.PROC_INST_ID_ = p.ID_
          and o.ENTITY_TYPE_ = 'ProcessInstance' and o.OPERATION_TYPE_ = 'Delete') as ENDED_BY_
      from ACT_HI_PROCINST p left join ACT_RE_PROCDEF d on d.ID_ = p.PROC_DEF_ID_
      where p.ID_ in (:ids)
      """;

  private final JdbcClient jdbc;

  FlowEvents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Map<String, HistoryEvent> executions(ExecutionRow asked, boolean ended, Set<String> ids) {
    return Events.read(
        jdbc, EXECUTIONS, ids, (row, n) -> ended ? ended(asked, row) : started(asked, row));
  }

  private static HistoryEvent started(ExecutionRow asked, ResultSet row) throws SQLException {
    return new HistoryEvent(
        row.getTimestamp("START_TIME_").toInstant(),
        HistoryEventType.EXECUTION_STARTED,
        null,
        null,
        row.getString("SUPER_PROCESS_INSTANCE_ID_") == null
            ? row.getString("START_USER_ID_")
            : null,
        new Detail()
            .with("processKey", row.getString("PROC_DEF_KEY_"))
            .with("version", row.getObject("VERSION_"))
            .with("businessKey", row.getString("BUSINESS_KEY_"))
            .with("parentId", row.getString("SUPER_PROCESS_INSTANCE_ID_"))
            .map(),
        elsewhere(asked, row.getString("ID_")));
  }

  private static HistoryEvent ended(ExecutionRow asked, ResultSet row) throws SQLException {
    boolean completed = "COMPLETED".equals(row.getString("STATE_"));
    return new HistoryEvent(
        row.getTimestamp("END_TIME_").toInstant(),
        completed ? HistoryEventType.EXECUTION_COMPLETED : HistoryEventType.EXECUTION_CANCELLED,
        null,
        null,
        completed ? null : row.getString("ENDED_BY_"),
        new Detail().with("reason", completed ? null : row.getString("DELETE_REASON_")).map(),
        elsewhere(asked, row.getString("ID_")));
  }

  Map<String, HistoryEvent> activities(ExecutionRow asked, boolean left, Set<String> ids) {
    return Events.read(
        jdbc,
        "select * from ACT_HI_ACTINST where ID_ in (:ids)",
        ids,
        (row, n) -> activity(asked, row, left));
  }

  private static HistoryEvent activity(ExecutionRow asked, ResultSet row, boolean left)
      throws SQLException {
    Detail detail =
        new Detail()
            .with("type", row.getString("ACT_TYPE_"))
            .with("calledExecutionId", row.getString("CALL_PROC_INST_ID_"));
    if (left) {
      detail.with("durationMillis", row.getObject("DURATION_"));
    }
    HistoryEventType end =
        row.getInt("ACT_INST_STATE_") == CANCELED
            ? HistoryEventType.ACTIVITY_CANCELLED
            : HistoryEventType.ACTIVITY_COMPLETED;
    return new HistoryEvent(
        row.getTimestamp(left ? "END_TIME_" : "START_TIME_").toInstant(),
        left ? end : HistoryEventType.ACTIVITY_STARTED,
        row.getString("ACT_ID_"),
        row.getString("ACT_NAME_"),
        null,
        detail.map(),
        elsewhere(asked, row.getString("PROC_INST_ID_")));
  }
}
