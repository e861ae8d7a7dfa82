package io.flowmaster.engine.internal;

import io.flowmaster.engine.TaskChanges;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.history.event.HistoricIdentityLinkLogEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Collects, per transaction, the tasks that the engine's history says were changed, and tells
 * {@link TaskChanges} before the commit. History events come for each change through every door:
 * API, REST, listener, timer, migration, deletion. Only a deletion that erases the history with the
 * task makes no event; {@link ErasedTasks} reports that one.
 */
class TaskHistoryTap implements HistoryEventHandler {
  private static final int MOST_ROUNDS = 100;

  /** Each end is a "complete" event; only the state tells a completed task from a cancelled one. */
  private static final String COMPLETED = "Completed";

  private final Supplier<List<TaskChanges>> listeners;

  TaskHistoryTap(Supplier<List<TaskChanges>> listeners) {
    this.listeners = listeners;
  }

  @Override
  public void handleEvent(HistoryEvent event) {
    if (event instanceof HistoricTaskInstanceEventEntity task) {
      if (!event.isEventOfType(HistoryEventTypes.TASK_INSTANCE_COMPLETE)) {
        changes().touched.add(task.getTaskId());
      } else if (COMPLETED.equals(task.getTaskState())) {
        changes().completed.add(task.getTaskId());
      } else {
        deleted(task.getTaskId());
      }
    } else if (event instanceof HistoricIdentityLinkLogEventEntity link
        && link.getTaskId() != null
        && IdentityLinkType.CANDIDATE.equals(link.getType())) {
      changes().touched.add(link.getTaskId());
    }
  }

  @Override
  public void handleEvents(List<HistoryEvent> events) {
    events.forEach(this::handleEvent);
  }

  /** The task ended, but not by completion. */
  void deleted(String taskId) {
    changes().deleted.add(taskId);
  }

  private Changes changes() {
    Changes changes = (Changes) TransactionSynchronizationManager.getResource(this);
    if (changes == null) {
      changes = new Changes();
      TransactionSynchronizationManager.bindResource(this, changes);
      TransactionSynchronizationManager.registerSynchronization(changes);
    }
    return changes;
  }

  private final class Changes implements TransactionSynchronization {
    private Set<String> touched = new HashSet<>();
    private Set<String> completed = new HashSet<>();
    private Set<String> deleted = new HashSet<>();

    /** A listener's own work may change tasks again: tell until nothing is left to tell. */
    @Override
    public void beforeCommit(boolean readOnly) {
      for (int round = 0; !isEmpty(); round++) {
        if (round == MOST_ROUNDS) {
          throw new IllegalStateException("task listeners change tasks without end");
        }
        Set<String> nowTouched = touched;
        Set<String> nowCompleted = completed;
        Set<String> nowDeleted = deleted;
        touched = new HashSet<>();
        completed = new HashSet<>();
        deleted = new HashSet<>();
        listeners.get().forEach(l -> l.tasksChanged(nowTouched, nowCompleted, nowDeleted));
      }
    }

    private boolean isEmpty() {
      return touched.isEmpty() && completed.isEmpty() && deleted.isEmpty();
    }

    /** An inner transaction of its own collects its own changes. */
    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResourceIfPossible(TaskHistoryTap.this);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(TaskHistoryTap.this, this);
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(TaskHistoryTap.this);
    }
  }
}
