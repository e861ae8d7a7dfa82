package io.flowmaster.tasks.internal;

import io.flowmaster.platform.Backlog;
import io.flowmaster.platform.TenantId;
import io.flowmaster.tasks.TaskCancelled;
import io.flowmaster.tasks.TaskCompleted;
import io.flowmaster.tasks.TaskCreated;
import io.flowmaster.tasks.TaskStatus;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** How many tasks come, wait and end, how long they took, and whether they were in time. */
@Component
class TaskMeters implements Backlog {
  private final MeterRegistry meters;
  private final JdbcClient jdbc;
  private final Clock clock;

  TaskMeters(MeterRegistry meters, JdbcClient jdbc, Clock clock) {
    this.meters = meters;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @TransactionalEventListener
  void count(TaskCreated task) {
    counter("flowmaster.tasks.created", "Tasks created", task.tenant(), task.processKey());
  }

  @TransactionalEventListener
  void count(TaskCancelled task) {
    counter("flowmaster.tasks.cancelled", "Tasks cancelled", task.tenant(), task.processKey());
  }

  @TransactionalEventListener
  void count(TaskCompleted task) {
    Timer.builder("flowmaster.tasks.completed")
        .description("Tasks completed, whether in time, and how long they had been open")
        .tags(tags(task.tenant(), task.processKey()).and("in_time", inTime(task)))
        .register(meters)
        .record(Duration.between(task.createdAt(), task.at()));
  }

  private static String inTime(TaskCompleted task) {
    return task.dueAt() == null ? "no_due_date" : String.valueOf(!task.at().isAfter(task.dueAt()));
  }

  @Override
  public List<Figure> figures() {
    Instant now = clock.instant();
    return jdbc
        .sql(
            """
            select tenant, count(*) as open, min(created_at) as oldest,
              sum(case when due < :now then 1 else 0 end) as overdue,
              sum(case when assignee is null then 1 else 0 end) as unclaimed
            from tasks_task where status = :open group by tenant
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("open", TaskStatus.OPEN.name())
        .query(
            (row, n) -> {
              Map<String, String> tenant = Map.of("tenant", row.getString("tenant"));
              Instant oldest = row.getTimestamp("oldest").toInstant();
              return List.of(
                  new Figure("flowmaster.tasks.open", tenant, row.getLong("open")),
                  new Figure("flowmaster.tasks.overdue", tenant, row.getLong("overdue")),
                  new Figure("flowmaster.tasks.unclaimed", tenant, row.getLong("unclaimed")),
                  new Figure(
                      "flowmaster.tasks.oldest.seconds",
                      tenant,
                      Math.max(0, Duration.between(oldest, now).toMillis()) / 1e3));
            })
        .list()
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  private void counter(
      String name, String description, TenantId tenant, @Nullable String processKey) {
    Counter.builder(name)
        .description(description)
        .tags(tags(tenant, processKey))
        .register(meters)
        .increment();
  }

  private static Tags tags(TenantId tenant, @Nullable String processKey) {
    return Tags.of("tenant", tenant.value(), "process", processKey == null ? "none" : processKey);
  }
}
