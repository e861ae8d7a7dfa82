package io.flowmaster.schedules.internal;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.flowmaster.platform.Ids;
import io.flowmaster.schedules.PlannedRun;
import io.flowmaster.schedules.ScheduleStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Asks db-scheduler for turns, in the transaction that needs them. A turn is named after the plan
 * that it is for, so another plan leaves the former turn without effect.
 */
@Component
class Turns {
  static final String TICK = "schedule-tick";
  static final String RUN = "schedule-run";
  private final ObjectProvider<Scheduler> scheduler;

  /**
   * @param scheduler late, because it is made of the tasks that ask for turns
   */
  Turns(ObjectProvider<Scheduler> scheduler) {
    this.scheduler = scheduler;
  }

  /** The row with its next turn, which is asked for; it ends when there is none. */
  ScheduleRow next(ScheduleRow row, @Nullable PlannedRun next) {
    return at(row, next == null ? null : next.at());
  }

  ScheduleRow at(ScheduleRow row, @Nullable Instant next) {
    if (next == null) {
      return row.planned(ScheduleStatus.ENDED, null, null);
    }
    String tick = Ids.next();
    scheduler.getObject().schedule(new TaskInstance<>(TICK, tick), next);
    return row.planned(ScheduleStatus.ACTIVE, next, tick);
  }

  /** Right after the commit this node looks for it. */
  void run(String run, Instant now) {
    scheduler.getObject().schedule(new TaskInstance<>(RUN, run), now);
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            scheduler.getObject().triggerCheckForDueExecutions();
          }
        });
  }
}
