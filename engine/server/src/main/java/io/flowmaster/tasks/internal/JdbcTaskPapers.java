package io.flowmaster.tasks.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.platform.WritesAtCommit;
import io.flowmaster.tasks.TaskDetails;
import io.flowmaster.tasks.TaskResponse;
import java.io.UncheckedIOException;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Drafts of answers, and the forms of tasks that no process made. */
@Component
class JdbcTaskPapers {
  private final JdbcClient jdbc;
  private final WritesAtCommit writes;
  private final ObjectMapper json;

  JdbcTaskPapers(JdbcClient jdbc, WritesAtCommit writes, ObjectMapper json) {
    this.jdbc = jdbc;
    this.writes = writes;
    this.json = json;
  }

  void keepForm(String tenant, String task, JsonNode form) {
    jdbc.sql("insert into tasks_form (task_id, tenant, form) values (:task, :tenant, :form)")
        .param("task", task)
        .param("tenant", tenant)
        .param("form", form.toString())
        .update();
  }

  Optional<JsonNode> form(String task) {
    return jdbc.sql("select form from tasks_form where task_id = :task")
        .param("task", task)
        .query(String.class)
        .optional()
        .map(text -> read(text, new TypeReference<JsonNode>() {}));
  }

  /** Replaces the former draft. Runs in a transaction of the caller that has locked the task. */
  void keepDraft(String tenant, String task, String author, Instant at, TaskResponse draft) {
    jdbc.sql("delete from tasks_draft where task_id = :task").param("task", task).update();
    jdbc.sql(
            """
            insert into tasks_draft (task_id, tenant, author, saved_at, outcome, variables)
            values (:task, :tenant, :author, :at, :outcome, :variables)
            """)
        .param("task", task)
        .param("tenant", tenant)
        .param("author", author)
        .param("at", Columns.time(at))
        .param("outcome", draft.outcome(), Types.VARCHAR)
        .param("variables", write(draft.variables()))
        .update();
  }

  Optional<TaskDetails.Draft> draft(String task) {
    return jdbc.sql("select * from tasks_draft where task_id = :task")
        .param("task", task)
        .query(
            (row, n) ->
                new TaskDetails.Draft(
                    read(row.getString("variables"), new TypeReference<>() {}),
                    row.getString("outcome"),
                    row.getString("author"),
                    Columns.sureTime(row, "saved_at")))
        .optional();
  }

  void dropDraft(String task) {
    writes.add("delete from tasks_draft where task_id = ?", task);
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> T read(String text, TypeReference<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
