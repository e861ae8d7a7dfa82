package io.flowmaster.tasks.internal;

import static io.flowmaster.tasks.internal.Columns.due;
import static io.flowmaster.tasks.internal.Columns.time;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.platform.TenantId;
import io.flowmaster.tasks.TaskStatus;
import io.flowmaster.tasks.TaskView;
import io.flowmaster.tasks.internal.JdbcTaskEntries.Entries;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the inbox. */
@Component
class JdbcTaskStore {
  private final JdbcClient jdbc;
  private final JdbcTaskEntries entries;
  private final ObjectMapper json;

  JdbcTaskStore(JdbcClient jdbc, JdbcTaskEntries entries, ObjectMapper json) {
    this.jdbc = jdbc;
    this.entries = entries;
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

  void insert(
      EngineTask task, @Nullable String createdBy, @Nullable String completedBy, Instant now) {
    engineColumns(
            """
            insert into tasks_task (id, tenant, name, name_key, description, status, assignee, owner, delegation, priority,
              urgency, due, follow_up, created_at, ended_at, execution_id, business_key, definition_id, process_key,
              process_name, process_version, activity_id, candidate_groups, candidate_users, created_by, completed_by,
              overdue_from, revision)
            values (:id, :tenant, :name, :nameKey, :description, :status, :assignee, :owner, :delegation, :priority,
              :urgency, :due, :followUp, :createdAt, :endedAt, :execution, :businessKey, :definition, :processKey,
              :processName, :processVersion, :activity, :groups, :users, :createdBy, :completedBy,
              :overdueFrom, 1)
            """,
            task,
            now)
        .param("createdBy", createdBy, Types.VARCHAR)
        .param("completedBy", completedBy, Types.VARCHAR)
        .update();
    entries.insert(task.id(), Entries.of(task, null, isOverdue(task, now)));
    entries.insertWords(task);
  }

  /**
   * @return the row as it is now; null, and nothing was written, when it is not (any more) what
   *     {@code old} says
   */
  @Nullable TaskRow update(
      TaskRow old, EngineTask task, @Nullable String completedBy, Instant now) {
    int updated =
        engineColumns(
                """
            update tasks_task set tenant = :tenant, name = :name, name_key = :nameKey, description = :description,
              status = :status, assignee = :assignee, owner = :owner, delegation = :delegation, priority = :priority,
              urgency = :urgency, due = :due, follow_up = :followUp, created_at = :createdAt, ended_at = :endedAt,
              execution_id = :execution, business_key = :businessKey, definition_id = :definition, process_key = :processKey,
              process_name = :processName, process_version = :processVersion, activity_id = :activity,
              candidate_groups = :groups, candidate_users = :users, completed_by = :completedBy,
              overdue_from = :overdueFrom, revision = revision + 1
            where id = :id and revision = :revision
              and overdue_from is not distinct from cast(:oldOverdueFrom as timestamp(3) with time zone)
            """,
                task,
                now)
            .param("completedBy", completedBy, Types.VARCHAR)
            .param("revision", old.revision())
            .param("oldOverdueFrom", time(old.overdueFrom()), Types.TIMESTAMP_WITH_TIMEZONE)
            .update();
    if (updated == 0) {
      return null;
    }
    entries.replace(
        task.id(), old.entries(), Entries.of(task, old.escalatedAt(), isOverdue(task, now)));
    entries.replaceWords(old.task(), task);
    return old.next(task, completedBy, overdueFrom(task, now));
  }

  /** Puts it on the lists of overdue tasks. */
  void listOverdue(TaskRow row) {
    jdbc.sql("update tasks_task set overdue_from = null where id = :id")
        .param("id", row.id())
        .update();
    entries.replace(row.id(), row.entries(), Entries.of(row.task(), row.escalatedAt(), true));
  }

  /** Writes anew where it is found. */
  void listAnew(TaskRow row) {
    entries.delete(row.id());
    entries.insert(row.id(), row.entries());
    entries.insertWords(row.task());
  }

  /** Forgets where a task is found that is not there itself. */
  void unlist(String id) {
    entries.delete(id);
  }

  private static boolean isOverdue(EngineTask task, Instant now) {
    return task.isOpen() && task.dueAt() != null && task.dueAt().isBefore(now);
  }

  private static @Nullable Instant overdueFrom(EngineTask task, Instant now) {
    return task.isOpen() && !isOverdue(task, now) ? task.dueAt() : null;
  }

  private JdbcClient.StatementSpec engineColumns(String sql, EngineTask task, Instant now) {
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
        .param("overdueFrom", time(overdueFrom(task, now)), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("groups", write(task.candidateGroups()))
        .param("users", write(task.candidateUsers()));
  }

  /** Who completed it did so as somebody's substitute. */
  void keepCompletedFor(String id, String person) {
    jdbc.sql("update tasks_task set completed_for = :person where id = :id")
        .param("person", person)
        .param("id", id)
        .update();
  }

  void keepOutcome(String id, String outcome) {
    jdbc.sql("update tasks_task set outcome = :outcome where id = :id")
        .param("outcome", outcome)
        .param("id", id)
        .update();
  }

  void escalate(String id, TaskView.Escalation escalation) {
    TaskRow row = lock(List.of(id)).get(0);
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
    entries.replace(
        id, row.entries(), Entries.of(row.task(), escalation.at(), row.isListedOverdue()));
  }

  TaskRow row(ResultSet row, int number) throws SQLException {
    Instant escalated = time(row, "escalated_at");
    return new TaskRow(
        task(row),
        row.getString("created_by"),
        row.getString("completed_by"),
        row.getString("completed_for"),
        row.getString("outcome"),
        escalated == null
            ? null
            : new TaskView.Escalation(
                escalated,
                row.getString("escalated_by"),
                row.getString("escalated_to"),
                row.getString("escalation_reason")),
        time(row, "overdue_from"),
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
