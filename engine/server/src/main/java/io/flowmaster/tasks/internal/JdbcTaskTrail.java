package io.flowmaster.tasks.internal;

import io.flowmaster.platform.Actor;
import io.flowmaster.platform.BeforeCommit;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Ids;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import io.flowmaster.platform.WritesAtCommit;
import io.flowmaster.tasks.TaskAuditEntry;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The audit trail of each task: who changed which member when, from what to what. */
@Component
class JdbcTaskTrail {
  private static final int LONGEST_FIELD = 300;
  private static final String INSERT =
      """
      insert into tasks_audit (id, tenant, task_id, at, actor, field, old_value, new_value, on_behalf_of)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private final JdbcClient jdbc;
  private final WritesAtCommit writes;
  private final CurrentActor current;
  private final BeforeCommit<List<Object[]>> appended =
      new BeforeCommit<>(BeforeCommit.Stage.RECORDS, ArrayList::new, this::insert);

  JdbcTaskTrail(JdbcClient jdbc, WritesAtCommit writes, CurrentActor current) {
    this.jdbc = jdbc;
    this.writes = writes;
    this.current = current;
  }

  /** Written with all that the transaction appends, at its end. */
  void append(
      String tenant, String task, Instant at, String actor, List<TaskDifference.Change> changes) {
    if (changes.isEmpty()) {
      return;
    }
    String person = current.find().map(Actor::onBehalfOf).map(UserId::value).orElse(null);
    List<Object[]> rows =
        changes.stream()
            .map(
                change ->
                    new Object[] {
                      Ids.next(),
                      tenant,
                      task,
                      Columns.time(at),
                      actor,
                      shortened(change.field()),
                      text(change.from()),
                      text(change.to()),
                      text(person)
                    })
            .toList();
    appended.collect(all -> all.addAll(rows));
  }

  private void insert(List<Object[]> rows) {
    rows.forEach(row -> writes.add(INSERT, row));
  }

  private static SqlParameterValue text(@Nullable String value) {
    return new SqlParameterValue(Types.VARCHAR, value);
  }

  /** Oldest first. */
  Page<TaskAuditEntry> page(TenantId tenant, String task, PageQuery page) {
    List<TaskAuditEntry> rows =
        jdbc.sql(
                """
                select * from tasks_audit where tenant = :tenant and task_id = :task and id > :after
                order by id limit :limit
                """)
            .param("tenant", tenant.value())
            .param("task", task)
            .param("after", page.cursor() == null ? "" : page.cursor().string(0))
            .param("limit", page.limit() + 1)
            .query(
                (row, n) ->
                    new TaskAuditEntry(
                        row.getString("id"),
                        Columns.sureTime(row, "at"),
                        row.getString("actor"),
                        row.getString("on_behalf_of"),
                        row.getString("field"),
                        row.getString("old_value"),
                        row.getString("new_value")))
            .list();
    Long total =
        page.count()
            ? jdbc.sql(
                    "select count(*) from tasks_audit where tenant = :tenant and task_id = :task")
                .param("tenant", tenant.value())
                .param("task", task)
                .query(Long.class)
                .single()
            : null;
    return Page.of(rows, page, entry -> List.of(entry.id()), total);
  }

  private static String shortened(String field) {
    return field.length() <= LONGEST_FIELD ? field : field.substring(0, LONGEST_FIELD);
  }
}
