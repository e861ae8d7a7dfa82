package io.flowmaster.tasks.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The deadlines of open tasks, and the times that were promised. */
@Component
class JdbcTaskDeadlines {
  private final JdbcClient jdbc;
  private final JdbcTemplate batches;

  JdbcTaskDeadlines(JdbcClient jdbc, JdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  void add(List<Deadline> deadlines) {
    if (deadlines.isEmpty()) {
      return;
    }
    batches.batchUpdate(
        "insert into tasks_deadline (task_id, kind, step, tenant, at, told, target, attempts) values (?, ?, ?, ?, ?, ?, ?, 0)",
        deadlines.stream()
            .map(
                each ->
                    new Object[] {
                      each.task(),
                      each.kind().name(),
                      each.step(),
                      each.tenant(),
                      Columns.due(each.at()),
                      each.told(),
                      each.target()
                    })
            .toList(),
        new int[] {
          Types.VARCHAR,
          Types.VARCHAR,
          Types.INTEGER,
          Types.VARCHAR,
          Types.TIMESTAMP_WITH_TIMEZONE,
          Types.VARCHAR,
          Types.VARCHAR
        });
  }

  void remove(String task) {
    jdbc.sql("delete from tasks_deadline where task_id = :task").param("task", task).update();
  }

  void remove(String task, Deadline.Kind kind) {
    jdbc.sql("delete from tasks_deadline where task_id = :task and kind = :kind")
        .param("task", task)
        .param("kind", kind.name())
        .update();
  }

  void remove(String task, Deadline.Kind kind, int step) {
    jdbc.sql("delete from tasks_deadline where task_id = :task and kind = :kind and step = :step")
        .param("task", task)
        .param("kind", kind.name())
        .param("step", step)
        .update();
  }

  /** The first ones that are due, without a lock. */
  List<Deadline> due(Instant now, int limit) {
    return jdbc.sql("select * from tasks_deadline where at <= :now order by at limit :limit")
        .param("now", Columns.time(now))
        .param("limit", limit)
        .query(JdbcTaskDeadlines::deadline)
        .list();
  }

  /**
   * Locks the engine's row of the task, then the deadline: in the order in which whoever works on
   * the task does it, so that nobody waits in a circle.
   *
   * @return empty when somebody else has it now, or it is not due any more
   */
  Optional<Deadline> lock(Deadline deadline, Instant now) {
    boolean mine =
        jdbc.sql("select ID_ from ACT_RU_TASK where ID_ = :task for update skip locked")
            .param("task", deadline.task())
            .query(String.class)
            .optional()
            .isPresent();
    if (!mine) {
      return Optional.empty();
    }
    return jdbc.sql(
            """
            select * from tasks_deadline where task_id = :task and kind = :kind and step = :step and at <= :now
            for update skip locked
            """)
        .param("task", deadline.task())
        .param("kind", deadline.kind().name())
        .param("step", deadline.step())
        .param("now", Columns.time(now))
        .query(JdbcTaskDeadlines::deadline)
        .optional();
  }

  boolean isOpen(Deadline deadline) {
    return jdbc.sql("select count(*) from tasks_task where id = :task and status = 'OPEN'")
            .param("task", deadline.task())
            .query(Integer.class)
            .single()
        > 0;
  }

  void postpone(Deadline deadline, Instant until) {
    jdbc.sql(
            """
            update tasks_deadline set at = :until, attempts = attempts + 1
            where task_id = :task and kind = :kind and step = :step
            """)
        .param("until", Columns.time(until))
        .param("task", deadline.task())
        .param("kind", deadline.kind().name())
        .param("step", deadline.step())
        .update();
  }

  List<Deadline> of(String task) {
    return jdbc.sql("select * from tasks_deadline where task_id = :task order by at, kind, step")
        .param("task", task)
        .query(JdbcTaskDeadlines::deadline)
        .list();
  }

  /** Replaces what was promised before. */
  void promise(String task, String tenant, Target target) {
    jdbc.sql("delete from tasks_target where task_id = :task").param("task", task).update();
    jdbc.sql(
            """
            insert into tasks_target (task_id, tenant, of_process, warn_at, due_at)
            values (:task, :tenant, :process, :warn, :due)
            """)
        .param("task", task)
        .param("tenant", tenant)
        .param("process", target.ofProcess())
        .param("warn", Columns.due(target.warnAt()))
        .param("due", Columns.due(target.dueAt()))
        .update();
  }

  Map<String, Target> targets(Collection<String> tasks) {
    Map<String, Target> found = new HashMap<>();
    jdbc.sql("select * from tasks_target where task_id in (:tasks)")
        .param("tasks", tasks)
        .query(
            row -> {
              found.put(
                  row.getString("task_id"),
                  new Target(
                      row.getBoolean("of_process"),
                      Columns.sureTime(row, "warn_at"),
                      Columns.sureTime(row, "due_at")));
            });
    return found;
  }

  /**
   * The time that was promised.
   *
   * @param ofProcess whether for the whole process, from its start
   */
  record Target(boolean ofProcess, Instant warnAt, Instant dueAt) {}

  private static Deadline deadline(ResultSet row, int number) throws SQLException {
    return new Deadline(
        row.getString("task_id"),
        row.getString("tenant"),
        Deadline.Kind.valueOf(row.getString("kind")),
        row.getInt("step"),
        Columns.sureTime(row, "at"),
        row.getString("told"),
        row.getString("target"),
        row.getInt("attempts"));
  }
}
