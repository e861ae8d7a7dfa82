package io.flowmaster.executions.internal;

import static io.flowmaster.executions.internal.Events.elsewhere;

import io.flowmaster.executions.HistoryEvent;
import io.flowmaster.executions.HistoryEventType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Jobs, timers and external tasks that worked or failed, and the incidents that came of it. */
@Component
class WorkEvents {
  private static final int FAILED = 1;

  private final JdbcClient jdbc;
  private final ModelElements models;

  WorkEvents(JdbcClient jdbc, ModelElements models) {
    this.jdbc = jdbc;
    this.models = models;
  }

  Map<String, HistoryEvent> incidents(ExecutionRow asked, boolean over, Set<String> ids) {
    return Events.read(
        jdbc,
        "select i.*, coalesce(i.FAILED_ACTIVITY_ID_, i.ACTIVITY_ID_) as ACT_ from ACT_HI_INCIDENT i"
            + " where i.ID_ in (:ids)",
        ids,
        (row, n) -> {
          String type = over ? "INCIDENT_RESOLVED" : "INCIDENT_OPENED";
          Detail detail =
              new Detail()
                  .with("incident", row.getString("ID_"))
                  .with("type", row.getString("INCIDENT_TYPE_"))
                  .with("message", row.getString("INCIDENT_MSG_"));
          String time = over ? "END_TIME_" : "CREATE_TIME_";
          return event(
              asked, row, time, type, "ACT_", "PROC_DEF_ID_", "PROC_INST_ID_", null, detail);
        });
  }

  Map<String, HistoryEvent> jobs(ExecutionRow asked, Set<String> ids) {
    return Events.read(
        jdbc,
        "select j.*, coalesce(j.FAILED_ACT_ID_, j.ACT_ID_) as ACT_ from ACT_HI_JOB_LOG j"
            + " where j.ID_ in (:ids)",
        ids,
        (row, n) -> {
          boolean failed = row.getInt("JOB_STATE_") == FAILED;
          Detail detail = new Detail().with("job", row.getString("JOB_ID_"));
          if (failed) {
            detail
                .with("message", row.getString("JOB_EXCEPTION_MSG_"))
                .with("retries", Math.max(0, row.getInt("JOB_RETRIES_") - 1));
          }
          return event(
              asked,
              row,
              "TIMESTAMP_",
              failed ? "JOB_FAILED" : "TIMER_FIRED",
              "ACT_",
              "PROCESS_DEF_ID_",
              "PROCESS_INSTANCE_ID_",
              null,
              detail);
        });
  }

  Map<String, HistoryEvent> externalTasks(ExecutionRow asked, Set<String> ids) {
    return Events.read(
        jdbc,
        "select * from ACT_HI_EXT_TASK_LOG where ID_ in (:ids)",
        ids,
        (row, n) -> {
          boolean failed = row.getInt("STATE_") == FAILED;
          Detail detail =
              new Detail()
                  .with("task", row.getString("EXT_TASK_ID_"))
                  .with("topic", row.getString("TOPIC_NAME_"));
          if (failed) {
            detail
                .with("message", row.getString("ERROR_MSG_"))
                .with("retries", row.getObject("RETRIES_"));
          }
          return event(
              asked,
              row,
              "TIMESTAMP_",
              failed ? "WORK_FAILED" : "WORK_COMPLETED",
              "ACT_ID_",
              "PROC_DEF_ID_",
              "PROC_INST_ID_",
              row.getString("WORKER_ID_"),
              detail);
        });
  }

  private HistoryEvent event(
      ExecutionRow asked,
      ResultSet row,
      String time,
      String type,
      String activity,
      String definition,
      String instance,
      @Nullable String actor,
      Detail detail)
      throws SQLException {
    String id = row.getString(activity);
    return new HistoryEvent(
        row.getTimestamp(time).toInstant(),
        HistoryEventType.valueOf(type),
        id,
        models.name(row.getString(definition), id),
        actor,
        detail.map(),
        elsewhere(asked, row.getString(instance)));
  }
}
