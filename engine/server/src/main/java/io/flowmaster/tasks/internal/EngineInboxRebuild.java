package io.flowmaster.tasks.internal;

import io.flowmaster.platform.CurrentActor;
import io.flowmaster.tasks.InboxRebuild;
import java.util.List;
import java.util.function.Function;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Walks all tasks of a tenant by id: what history has, what runs, and what the inbox thinks is
 * open. (The engine's own queries page by offset, which skips tasks while others come and go.)
 */
@Component
class EngineInboxRebuild implements InboxRebuild {
  private static final int BATCH = 200;
  private final TaskService tasks;
  private final HistoryService history;
  private final InboxSync sync;
  private final JdbcClient jdbc;
  private final CurrentActor current;
  private final TransactionTemplate transaction;

  EngineInboxRebuild(
      TaskService tasks,
      HistoryService history,
      InboxSync sync,
      JdbcClient jdbc,
      CurrentActor current,
      TransactionTemplate transaction) {
    this.tasks = tasks;
    this.history = history;
    this.sync = sync;
    this.jdbc = jdbc;
    this.current = current;
    this.transaction = transaction;
  }

  @Override
  public Report rebuild() {
    InboxSync.Written remembered = walk(this::remembered);
    InboxSync.Written running = walk(this::running);
    InboxSync.Written open = walk(this::open);
    return new Report(
        remembered.added() + running.added() + open.added(),
        remembered.corrected() + running.corrected() + open.corrected(),
        remembered.unchanged());
  }

  private InboxSync.Written walk(Function<String, List<String>> idsAfter) {
    InboxSync.Written sum = InboxSync.Written.NOTHING;
    String last = "";
    List<String> ids = idsAfter.apply(last);
    while (!ids.isEmpty()) {
      List<String> batch = ids;
      sum = sum.plus(transaction.execute(status -> sync.refresh(batch, false)));
      last = ids.get(ids.size() - 1);
      ids = idsAfter.apply(last);
    }
    return sum;
  }

  private List<String> remembered(String after) {
    return history
        .createNativeHistoricTaskInstanceQuery()
        .sql(page("ACT_HI_TASKINST"))
        .parameter("tenant", current.tenant().value())
        .parameter("after", after)
        .list()
        .stream()
        .map(HistoricTaskInstance::getId)
        .toList();
  }

  private List<String> running(String after) {
    return tasks
        .createNativeTaskQuery()
        .sql(page("ACT_RU_TASK"))
        .parameter("tenant", current.tenant().value())
        .parameter("after", after)
        .list()
        .stream()
        .map(Task::getId)
        .toList();
  }

  private static String page(String table) {
    return "select * from "
        + table
        + " where TENANT_ID_ = #{tenant} and ID_ > #{after} order by ID_ limit "
        + BATCH;
  }

  private List<String> open(String after) {
    return jdbc.sql(
            """
            select id from tasks_task where tenant = :tenant and status = 'OPEN' and id > :after
            order by id limit :limit
            """)
        .param("tenant", current.tenant().value())
        .param("after", after)
        .param("limit", BATCH)
        .query(String.class)
        .list();
  }
}
