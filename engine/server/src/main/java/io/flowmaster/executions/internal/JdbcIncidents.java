package io.flowmaster.executions.internal;

import io.flowmaster.executions.IncidentNotFound;
import io.flowmaster.executions.IncidentTrace;
import io.flowmaster.executions.IncidentView;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Open incidents with their causes. The engine notes an incident once more at each caller; only the
 * one where the work failed is shown.
 */
@Component
class JdbcIncidents {
  private static final int MOST = 1_000;
  private static final int LONGEST_TRACE = 100_000;

  private static final String FROM =
      """
      from ACT_RU_INCIDENT i
      join ACT_RU_EXECUTION e on e.ID_ = i.PROC_INST_ID_
      left join ACT_RU_INCIDENT r on r.ROOT_CAUSE_INCIDENT_ID_ = i.ID_ and r.ID_ <> i.ID_
        and r.PROC_INST_ID_ = e.ROOT_PROC_INST_ID_
      left join ACT_RU_JOB j on j.ID_ = i.CONFIGURATION_
      left join ACT_RU_EXT_TASK t on t.ID_ = i.CONFIGURATION_
      left join ACT_GE_BYTEARRAY b on b.ID_ = coalesce(j.EXCEPTION_STACK_ID_, t.ERROR_DETAILS_ID_)
      where i.ROOT_CAUSE_INCIDENT_ID_ = i.ID_ and (e.ID_ in (:ids) or e.ROOT_PROC_INST_ID_ in (:ids))
      """;

  private static final String SELECT =
      "select i.ID_, i.INCIDENT_TYPE_, coalesce(i.FAILED_ACTIVITY_ID_, i.ACTIVITY_ID_) as ACT_ID_,"
          + " i.INCIDENT_MSG_, i.INCIDENT_TIMESTAMP_, coalesce(j.RETRIES_, t.RETRIES_) as RETRIES_,"
          + " i.PROC_INST_ID_, i.PROC_DEF_ID_, e.ROOT_PROC_INST_ID_, e.PROC_DEF_KEY_,"
          + " r.ACTIVITY_ID_ as CALL_ACT_ID_";

  private final JdbcClient jdbc;
  private final ModelElements models;

  JdbcIncidents(JdbcClient jdbc, ModelElements models) {
    this.jdbc = jdbc;
    this.models = models;
  }

  /** By execution id, one statement; without root causes. */
  Map<String, List<IncidentView>> of(Collection<String> running) {
    Map<String, List<IncidentView>> found = new LinkedHashMap<>();
    if (running.isEmpty()) {
      return found;
    }
    jdbc.sql(SELECT + " " + FROM + " order by i.INCIDENT_TIMESTAMP_, i.ID_ limit :most")
        .param("ids", running)
        .param("most", MOST)
        .query(
            row -> {
              IncidentView incident = read(row, null);
              put(found, row.getString("ROOT_PROC_INST_ID_"), incident);
              if (!incident.executionId().equals(row.getString("ROOT_PROC_INST_ID_"))) {
                put(found, incident.executionId(), incident);
              }
            });
    return found;
  }

  /** Those of one execution, with their root causes. */
  List<IncidentView> withCauses(String execution) {
    return jdbc.sql(
            SELECT + ", b.BYTES_ " + FROM + " order by i.INCIDENT_TIMESTAMP_, i.ID_ limit :most")
        .param("ids", List.of(execution))
        .param("most", MOST)
        .query((row, n) -> read(row, RootCause.of(text(row.getBytes("BYTES_")))))
        .list();
  }

  IncidentTrace trace(String execution, String incidentId) {
    String text =
        jdbc.sql("select b.BYTES_ " + FROM + " and i.ID_ = :incident")
            .param("ids", List.of(execution))
            .param("incident", incidentId)
            .query((row, n) -> text(row.getBytes("BYTES_")))
            .optional()
            .orElseThrow(IncidentNotFound::new);
    boolean long_ = text.length() > LONGEST_TRACE;
    return new IncidentTrace(incidentId, long_ ? text.substring(0, LONGEST_TRACE) : text, long_);
  }

  private static void put(Map<String, List<IncidentView>> found, String id, IncidentView incident) {
    found.computeIfAbsent(id, key -> new ArrayList<>()).add(incident);
  }

  private IncidentView read(ResultSet row, @Nullable String rootCause) throws SQLException {
    String activity = row.getString("ACT_ID_");
    int retries = row.getInt("RETRIES_");
    boolean noRetries = row.wasNull();
    return new IncidentView(
        row.getString("ID_"),
        row.getString("INCIDENT_TYPE_"),
        activity,
        models.name(row.getString("PROC_DEF_ID_"), activity),
        row.getString("INCIDENT_MSG_"),
        rootCause,
        row.getTimestamp("INCIDENT_TIMESTAMP_").toInstant(),
        noRetries ? null : retries,
        row.getString("PROC_INST_ID_"),
        row.getString("PROC_DEF_KEY_"),
        row.getString("CALL_ACT_ID_"));
  }

  private static String text(byte @Nullable [] bytes) {
    return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
  }
}
