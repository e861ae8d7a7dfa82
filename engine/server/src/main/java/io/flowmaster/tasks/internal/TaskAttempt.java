package io.flowmaster.tasks.internal;

import io.flowmaster.platform.CurrentActor;
import io.flowmaster.tasks.TaskAlreadyClaimed;
import io.flowmaster.tasks.TaskAlreadyDone;
import io.flowmaster.tasks.TaskId;
import io.flowmaster.tasks.TaskNotFound;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ProcessEngineException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tries to change an open task in one transaction. Races are decided by the engine's own optimistic
 * lock; who loses one is told what the winner did.
 */
@Component
class TaskAttempt {
  private final VisibleTasks visible;
  private final JdbcTaskStore store;
  private final CurrentActor current;
  private final TransactionTemplate transaction;

  TaskAttempt(
      VisibleTasks visible,
      JdbcTaskStore store,
      CurrentActor current,
      TransactionTemplate transaction) {
    this.visible = visible;
    this.store = store;
    this.current = current;
    this.transaction = transaction;
  }

  void on(TaskId id, @Nullable String ifMatch, Consumer<TaskRow> change) {
    TaskRow[] seen = new TaskRow[1];
    try {
      transaction.executeWithoutResult(
          status -> {
            seen[0] = visible.open(id, ifMatch);
            change.accept(seen[0]);
          });
    } catch (ProcessEngineException refused) {
      explain(id, seen[0]);
      throw refused;
    }
  }

  private void explain(TaskId id, TaskRow seen) {
    TaskRow now = store.find(current.tenant(), id.value()).orElseThrow(() -> new TaskNotFound(id));
    if (!now.task().isOpen()) {
      throw new TaskAlreadyDone(now.task().status());
    }
    String winner = now.task().assignee();
    if (seen.task().assignee() == null && winner != null) {
      throw new TaskAlreadyClaimed(winner);
    }
  }
}
