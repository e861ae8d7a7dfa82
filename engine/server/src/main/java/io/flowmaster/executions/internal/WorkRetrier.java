package io.flowmaster.executions.internal;

import io.flowmaster.executions.ExecutionId;
import io.flowmaster.executions.ExecutionIsPaused;
import io.flowmaster.executions.ExecutionRetried;
import io.flowmaster.executions.ExecutionStatus;
import io.flowmaster.executions.HistoryEventType;
import io.flowmaster.executions.RetriedWork;
import io.flowmaster.platform.CurrentActor;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives failed work one more try, at once; if that fails too, the incident is back at once. */
@Component
class WorkRetrier {
  private static final int MOST = 1_000;

  private static final String FAILED =
      """
      select 'JOB' as KIND_, j.ID_, coalesce(j.FAILED_ACT_ID_, d.ACT_ID_) as ACT_ID_, e.ID_ as INSTANCE_
      from ACT_RU_JOB j join ACT_RU_EXECUTION e on e.ID_ = j.PROCESS_INSTANCE_ID_
      left join ACT_RU_JOBDEF d on d.ID_ = j.JOB_DEF_ID_
      where (e.ROOT_PROC_INST_ID_ = :id or e.ID_ = :id) and j.RETRIES_ = 0
      union all
      select 'EXTERNAL_TASK', t.ID_, t.ACT_ID_, e.ID_
      from ACT_RU_EXT_TASK t join ACT_RU_EXECUTION e on e.ID_ = t.PROC_INST_ID_
      where (e.ROOT_PROC_INST_ID_ = :id or e.ID_ = :id) and t.RETRIES_ = 0
      order by 1, 2 limit :most
      """;

  private final JdbcClient jdbc;
  private final ManagementService management;
  private final ExternalTaskService externalTasks;
  private final ChangeLog changes;
  private final ApplicationEventPublisher events;
  private final CurrentActor current;
  private final Clock clock;

  WorkRetrier(
      JdbcClient jdbc,
      ManagementService management,
      ExternalTaskService externalTasks,
      ChangeLog changes,
      ApplicationEventPublisher events,
      CurrentActor current,
      Clock clock) {
    this.jdbc = jdbc;
    this.management = management;
    this.externalTasks = externalTasks;
    this.changes = changes;
    this.events = events;
    this.current = current;
    this.clock = clock;
  }

  RetriedWork retry(ExecutionRow row) {
    if (row.status() == ExecutionStatus.PAUSED) {
      throw new ExecutionIsPaused(row.id());
    }
    Instant begun = clock.instant();
    List<RetriedWork.Item> failed = failed(row.id());
    if (failed.isEmpty()) {
      return new RetriedWork(failed);
    }
    List<String> jobs = new ArrayList<>();
    List<String> tasks = new ArrayList<>();
    failed.forEach(item -> (item.type() == RetriedWork.Type.JOB ? jobs : tasks).add(item.id()));
    if (!jobs.isEmpty()) {
      management.setJobRetries(1).jobIds(jobs).dueDate(Date.from(begun)).execute();
    }
    if (!tasks.isEmpty()) {
      externalTasks.setRetries(tasks, 1);
      tasks.forEach(externalTasks::unlock);
    }
    List<String> where = failed.stream().map(RetriedWork.Item::activityId).distinct().toList();
    changes.append(
        row.rootId(), HistoryEventType.EXECUTION_RETRIED, begun, Map.of("activities", where));
    events.publishEvent(
        new ExecutionRetried(current.tenant(), new ExecutionId(row.id()), failed, clock.instant()));
    return new RetriedWork(failed);
  }

  private List<RetriedWork.Item> failed(String id) {
    return jdbc.sql(FAILED)
        .param("id", id)
        .param("most", MOST)
        .query(
            (row, n) ->
                new RetriedWork.Item(
                    RetriedWork.Type.valueOf(row.getString(1)),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    RetriedWork.Outcome.RUNNING,
                    null))
        .list();
  }
}
