package io.flowmaster.tasks.internal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Removes tasks that ended long ago, with all that was kept with them. The engine's own clean-up of
 * history, and deleting a deployment with its history, do not remove anything from the inbox: who
 * decided what can be read until this time is over.
 */
@Component
class EndedTasksRetention {
  private static final Logger LOG = LoggerFactory.getLogger(EndedTasksRetention.class);
  private static final int BATCH = 500;
  private static final List<String> WITHOUT_REFERENCE =
      List.of("tasks_audit", "tasks_form", "tasks_entry", "tasks_word", "tasks_performer");
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final TasksProperties properties;
  private final Clock clock;

  EndedTasksRetention(
      JdbcClient jdbc, TransactionTemplate transaction, TasksProperties properties, Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.properties = properties;
    this.clock = clock;
  }

  @Scheduled(cron = "0 17 3 * * *")
  void run() {
    OffsetDateTime before = clock.instant().minus(properties.keepEnded()).atOffset(ZoneOffset.UTC);
    int removed = 0;
    int batch;
    do {
      batch = transaction.execute(status -> remove(before));
      removed += batch;
    } while (batch == BATCH);
    if (removed > 0) {
      LOG.info("removed {} tasks that ended before {}", removed, before);
    }
  }

  /** Of several nodes, each takes what the others left. */
  private int remove(OffsetDateTime before) {
    List<String> ids =
        jdbc.sql(
                "select id from tasks_task where ended_at < :before order by ended_at limit :limit for update")
            .param("before", before)
            .param("limit", BATCH)
            .query(String.class)
            .list();
    if (!ids.isEmpty()) {
      for (String table : WITHOUT_REFERENCE) {
        jdbc.sql("delete from " + table + " where task_id in (:ids)").param("ids", ids).update();
      }
      jdbc.sql("delete from tasks_task where id in (:ids)").param("ids", ids).update();
    }
    return ids.size();
  }
}
