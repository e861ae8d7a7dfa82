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

/** User tasks that came, changed hands and ended. */
@Component
class TaskEvents {
  private static final String TASKS =
      """
      select t.*, (select max(o.USER_ID_) from ACT_HI_OP_LOG o where o.TASK_ID_ = t.ID_
        and o.ENTITY_TYPE_ = 'Task' and o.OPERATION_TYPE_ = 'Complete') as COMPLETED_BY_
      from ACT_HI_TASKINST t where t.ID_ in (:ids)
      """;

  private static final String ASSIGNEES =
      """
      select l.ID_, l.TIMESTAMP_, l.USER_ID_, l.OPERATION_TYPE_, l.ASSIGNER_ID_, t.ID_ as TASK_,
        t.TASK_DEF_KEY_, t.NAME_, t.PROC_INST_ID_
      from ACT_HI_IDENTITYLINK l join ACT_HI_TASKINST t on t.ID_ = l.TASK_ID_ where l.ID_ in (:ids)
      """;

  private final JdbcClient jdbc;

  TaskEvents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Map<String, HistoryEvent> tasks(ExecutionRow asked, boolean ended, Set<String> ids) {
    return Events.read(jdbc, TASKS, ids, (row, n) -> task(asked, row, ended));
  }

  private static HistoryEvent task(ExecutionRow asked, ResultSet row, boolean ended)
      throws SQLException {
    String reason = row.getString("DELETE_REASON_");
    boolean completed = "completed".equals(reason);
    Detail detail =
        new Detail().with("task", row.getString("ID_")).with("name", row.getString("NAME_"));
    if (ended && !completed && !"deleted".equals(reason)) {
      detail.with("reason", reason);
    }
    HistoryEventType end =
        completed ? HistoryEventType.TASK_COMPLETED : HistoryEventType.TASK_CANCELLED;
    return new HistoryEvent(
        row.getTimestamp(ended ? "END_TIME_" : "START_TIME_").toInstant(),
        ended ? end : HistoryEventType.TASK_CREATED,
        row.getString("TASK_DEF_KEY_"),
        row.getString("NAME_"),
        ended && completed ? row.getString("COMPLETED_BY_") : null,
        detail.map(),
        elsewhere(asked, row.getString("PROC_INST_ID_")));
  }

  Map<String, HistoryEvent> assignees(ExecutionRow asked, Set<String> ids) {
    return Events.read(
        jdbc,
        ASSIGNEES,
        ids,
        (row, n) ->
            new HistoryEvent(
                row.getTimestamp("TIMESTAMP_").toInstant(),
                "add".equals(row.getString("OPERATION_TYPE_"))
                    ? HistoryEventType.TASK_ASSIGNED
                    : HistoryEventType.TASK_UNASSIGNED,
                row.getString("TASK_DEF_KEY_"),
                row.getString("NAME_"),
                row.getString("ASSIGNER_ID_"),
                new Detail()
                    .with("task", row.getString("TASK_"))
                    .with("assignee", row.getString("USER_ID_"))
                    .map(),
                elsewhere(asked, row.getString("PROC_INST_ID_"))));
  }
}
