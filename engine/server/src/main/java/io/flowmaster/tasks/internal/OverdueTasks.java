package io.flowmaster.tasks.internal;

import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts tasks that have become overdue on the lists of overdue ones. Until it gets to a task, the
 * search finds it by its due date: nobody sees whether this has run.
 */
@Component
class OverdueTasks {
  private static final int BATCH = 200;
  private final JdbcClient jdbc;
  private final JdbcTaskStore store;
  private final TransactionTemplate transaction;
  private final Clock clock;

  OverdueTasks(JdbcClient jdbc, JdbcTaskStore store, TransactionTemplate transaction, Clock clock) {
    this.jdbc = jdbc;
    this.store = store;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT5S")
  void run() {
    Integer listed;
    do {
      listed = transaction.execute(status -> list());
    } while (listed != null && listed == BATCH);
  }

  /** Each node takes what the others have not: a locked row is read as it is afterwards. */
  private int list() {
    List<String> due =
        jdbc.sql(
                "select id from tasks_task where overdue_from < :now order by overdue_from limit :limit")
            .param("now", Columns.time(clock.instant()))
            .param("limit", BATCH)
            .query(String.class)
            .list();
    if (!due.isEmpty()) {
      store.lock(due).stream().filter(row -> row.overdueFrom() != null).forEach(store::listOverdue);
    }
    return due.size();
  }
}
