package io.flowmaster.executions.internal;

import io.flowmaster.executions.RetriedWork;
import io.flowmaster.executions.RetriedWork.Item;
import io.flowmaster.executions.RetriedWork.Outcome;
import io.flowmaster.executions.RetriedWork.Type;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What came of work that was tried again. Work that is still there has either no tries left, since
 * it failed again, or was not tried yet; of work that is gone its log says how it ended.
 */
@Component
class WorkOutcomes {
  private static final String JOBS =
      """
      select ID_, RETRIES_, EXCEPTION_MSG_, null as STATE_ from ACT_RU_JOB where ID_ in (:ids)
      union all
      select l.JOB_ID_, null, null, max(l.JOB_STATE_) from ACT_HI_JOB_LOG l
      where l.JOB_ID_ in (:ids) and l.JOB_STATE_ in (2, 3)
        and not exists (select 1 from ACT_RU_JOB j where j.ID_ = l.JOB_ID_)
      group by l.JOB_ID_
      """;

  private static final String TASKS =
      """
      select ID_, RETRIES_, ERROR_MSG_, null as STATE_ from ACT_RU_EXT_TASK where ID_ in (:ids)
      union all
      select l.EXT_TASK_ID_, null, null, max(l.STATE_) from ACT_HI_EXT_TASK_LOG l
      where l.EXT_TASK_ID_ in (:ids) and l.STATE_ in (2, 3)
        and not exists (select 1 from ACT_RU_EXT_TASK t where t.ID_ = l.EXT_TASK_ID_)
      group by l.EXT_TASK_ID_
      """;

  private static final int SUCCESSFUL = 2;

  /** Each waiting caller holds a thread of the server. */
  private static final int MOST_WAITING = 20;

  private static final long SHORTEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(50);
  private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(500);

  private final JdbcClient jdbc;
  private final Semaphore waiting = new Semaphore(MOST_WAITING);

  WorkOutcomes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Waits until the outcome of all is known, at most so long. Never within a transaction: what is
   * waited for happens in others. When too many wait already, it does not wait.
   */
  RetriedWork await(RetriedWork work, Duration longest) {
    if (longest.isZero() || work.retried().isEmpty() || !waiting.tryAcquire()) {
      return work;
    }
    try {
      long until = System.nanoTime() + longest.toNanos();
      long pause = SHORTEST_PAUSE;
      RetriedWork found = of(work);
      while (found.has(Outcome.RUNNING) && System.nanoTime() < until && !Thread.interrupted()) {
        LockSupport.parkNanos(Math.min(pause, until - System.nanoTime()));
        pause = Math.min(pause * 2, LONGEST_PAUSE);
        found = of(found);
      }
      return found;
    } finally {
      waiting.release();
    }
  }

  /** What is known now. */
  RetriedWork of(RetriedWork work) {
    Map<String, Item> found = new HashMap<>();
    read(JOBS, work, Type.JOB, found);
    read(TASKS, work, Type.EXTERNAL_TASK, found);
    return new RetriedWork(
        work.retried().stream().map(item -> found.getOrDefault(item.id(), item)).toList());
  }

  private void read(String sql, RetriedWork work, Type type, Map<String, Item> found) {
    Map<String, Item> open = new HashMap<>();
    work.retried().stream()
        .filter(item -> item.type() == type && item.outcome() == Outcome.RUNNING)
        .forEach(item -> open.put(item.id(), item));
    if (open.isEmpty()) {
      return;
    }
    jdbc.sql(sql)
        .param("ids", List.copyOf(open.keySet()))
        .query(
            row -> {
              Outcome outcome = outcome(row.getObject(2), row.getInt(4));
              String why = outcome == Outcome.FAILED_AGAIN ? row.getString(3) : null;
              found.put(row.getString(1), open.get(row.getString(1)).as(outcome, why));
            });
  }

  private static Outcome outcome(@Nullable Object retries, int state) {
    if (retries != null) {
      return ((Number) retries).intValue() == 0 ? Outcome.FAILED_AGAIN : Outcome.RUNNING;
    }
    return state == SUCCESSFUL ? Outcome.PASSED : Outcome.GONE;
  }
}
