package io.flowmaster.tasks.internal;

import static io.flowmaster.tasks.internal.Columns.due;
import static io.flowmaster.tasks.internal.Columns.time;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.platform.TenantId;
import io.flowmaster.tasks.TaskStatus;
import io.flowmaster.tasks.TaskView;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the inbox. */
@Component
class JdbcTaskStore {
  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final ObjectMapper json;

  JdbcTaskStore(JdbcClient jdbc, JdbcTemplate batches, ObjectMapper json) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.json = json;
  }

  Optional<TaskRow> find(TenantId tenant, String id) {
    return jdbc.sql("select * from tasks_task where tenant = :tenant and id = :id")
        .param("tenant", tenant.value())
        .param("id", id)
        .query(this::row)
        .optional();
  }

  /** The rows, locked until the transaction ends; always in the same order, so nobody deadlocks. */
  List<TaskRow> lock(Collection<String> ids) {
    return jdbc.sql("select * from tasks_task where id in (:ids) order by id for update")
        .param("ids", ids)
        .query(this::row)
        .list();
  }

  void insert(EngineTask task, @Nullable String createdBy, @Nullable String completedBy) {
    engineColumns(
            """
        insert into tasks_task (id, tenant, name, name_key, description, status, assignee, owner, delegation, priority,
          urgency, due, follow_up, created_at, ended_at, execution_id, business_key, definition_id, process_key,
          process_name, process_version, activity_id, candidate_groups, candidate_users, created_by, completed_by, revision)
        values (:id, :tenant, :name, :nameKey, :description, :status, :assignee, :owner, :delegation, :priority,
          :urgency, :due, :followUp, :createdAt, :endedAt, :execution, :businessKey, :definition, :processKey,
          :processName, :processVersion, :activity, :groups, :users, :createdBy, :completedBy, 1)
        """,
            task)
        .param("createdBy", createdBy, Types.VARCHAR)
        .param("completedBy", completedBy, Types.VARCHAR)
        .update();
    insertCandidates(task);
  }

  void update(EngineTask task, @Nullable String completedBy, boolean candidatesDiffer) {
    engineColumns(
            """
        update tasks_task set tenant = :tenant, name = :name, name_key = :nameKey, description = :description,
          status = :status, assignee = :assignee, owner = :owner, delegation = :delegation, priority = :priority,
          urgency = :urgency, due = :due, follow_up = :followUp, created_at = :createdAt, ended_at = :endedAt,
          execution_id = :execution, business_key = :businessKey, definition_id = :definition, process_key = :processKey,
          process_name = :processName, process_version = :processVersion, activity_id = :activity,
          candidate_groups = :groups, candidate_users = :users, completed_by = :completedBy, revision = revision + 1
        where id = :id
        """,
            task)
        .param("completedBy", completedBy, Types.VARCHAR)
        .update();
    if (candidatesDiffer) {
      jdbc.sql("delete from tasks_candidate where task_id = :id").param("id", task.id()).update();
      insertCandidates(task);
    }
  }

  /** Only open tasks can be claimed. */
  private void insertCandidates(EngineTask task) {
    if (!task.isOpen()) {
      return;
    }
    List<Object[]> rows = new ArrayList<>();
    task.candidateGroups().forEach(group -> rows.add(candidate(task, Candidate.GROUP, group)));
    task.candidateUsers().forEach(user -> rows.add(candidate(task, Candidate.USER, user)));
    if (!rows.isEmpty()) {
      batches.batchUpdate(
          """
          insert into tasks_candidate (tenant, kind, candidate, task_id, assigned, due, urgency, created_at, name_key)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
          rows);
    }
  }

  private static Object[] candidate(EngineTask task, String kind, String candidate) {
    return new Object[] {
      task.tenant(),
      kind,
      candidate,
      task.id(),
      task.assignee() != null,
      due(task.dueAt()),
      -task.priority(),
      time(task.createdAt()),
      Columns.nameKey(task.name())
    };
  }

  private JdbcClient.StatementSpec engineColumns(String sql, EngineTask task) {
    EngineTask.ProcessRef process = task.process();
    return jdbc.sql(sql)
        .param("id", task.id())
        .param("tenant", task.tenant())
        .param("name", task.name())
        .param("nameKey", Columns.nameKey(task.name()))
        .param("description", task.description(), Types.VARCHAR)
        .param("status", task.status().name())
        .param("assignee", task.assignee(), Types.VARCHAR)
        .param("owner", task.owner(), Types.VARCHAR)
        .param("delegation", task.delegation(), Types.VARCHAR)
        .param("priority", task.priority())
        .param("urgency", -task.priority())
        .param("due", due(task.dueAt()))
        .param("followUp", time(task.followUpAt()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("createdAt", time(task.createdAt()))
        .param("endedAt", time(task.endedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("execution", process == null ? null : process.executionId(), Types.VARCHAR)
        .param("businessKey", process == null ? null : process.businessKey(), Types.VARCHAR)
        .param("definition", process == null ? null : process.definitionId(), Types.VARCHAR)
        .param("processKey", process == null ? null : process.key(), Types.VARCHAR)
        .param("processName", process == null ? null : process.name(), Types.VARCHAR)
        .param("processVersion", process == null ? null : process.version(), Types.INTEGER)
        .param("activity", process == null ? null : process.activityId(), Types.VARCHAR)
        .param("groups", write(task.candidateGroups()))
        .param("users", write(task.candidateUsers()));
  }

  void keepOutcome(String id, @Nullable String outcome) {
    jdbc.sql("update tasks_task set outcome = :outcome where id = :id")
        .param("outcome", outcome, Types.VARCHAR)
        .param("id", id)
        .update();
  }

  void escalate(String id, TaskView.Escalation escalation) {
    jdbc.sql(
            """
            update tasks_task set escalated_at = :at, escalated_by = :by, escalated_to = :to, escalation_reason = :reason,
              revision = revision + 1
            where id = :id
            """)
        .param("at", time(escalation.at()))
        .param("by", escalation.by())
        .param("to", escalation.to(), Types.VARCHAR)
        .param("reason", escalation.reason())
        .param("id", id)
        .update();
  }

  TaskRow row(ResultSet row, int number) throws SQLException {
    Instant escalated = time(row, "escalated_at");
    return new TaskRow(
        task(row),
        row.getString("created_by"),
        row.getString("completed_by"),
        row.getString("outcome"),
        escalated == null
            ? null
            : new TaskView.Escalation(
                escalated,
                row.getString("escalated_by"),
                row.getString("escalated_to"),
                row.getString("escalation_reason")),
        row.getLong("revision"));
  }

  private EngineTask task(ResultSet row) throws SQLException {
    return new EngineTask(
        row.getString("id"),
        row.getString("tenant"),
        row.getString("name"),
        row.getString("description"),
        TaskStatus.valueOf(row.getString("status")),
        row.getString("assignee"),
        row.getString("owner"),
        row.getString("delegation"),
        row.getInt("priority"),
        due(row),
        time(row, "follow_up"),
        Columns.sureTime(row, "created_at"),
        time(row, "ended_at"),
        process(row),
        read(row.getString("candidate_groups")),
        read(row.getString("candidate_users")));
  }

  private static EngineTask.@Nullable ProcessRef process(ResultSet row) throws SQLException {
    String execution = row.getString("execution_id");
    if (execution == null) {
      return null;
    }
    int version = row.getInt("process_version");
    return new EngineTask.ProcessRef(
        execution,
        row.getString("business_key"),
        row.getString("definition_id"),
        row.getString("process_key"),
        row.getString("process_name"),
        version,
        row.getString("activity_id"));
  }

  private String write(List<String> values) {
    try {
      return json.writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> read(String text) {
    try {
      return json.readValue(text, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
