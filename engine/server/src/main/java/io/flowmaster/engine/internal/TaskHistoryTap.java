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
 * API, REST, listener, timer, migration, deletion.
 */
class TaskHistoryTap implements HistoryEventHandler {
  private final Supplier<List<TaskChanges>> listeners;

  TaskHistoryTap(Supplier<List<TaskChanges>> listeners) {
    this.listeners = listeners;
  }

  @Override
  public void handleEvent(HistoryEvent event) {
    if (event instanceof HistoricTaskInstanceEventEntity task) {
      Changes changes = changes();
      if (event.isEventOfType(HistoryEventTypes.TASK_INSTANCE_COMPLETE)) {
        changes.completed.add(task.getTaskId());
      } else if (event.isEventOfType(HistoryEventTypes.TASK_INSTANCE_DELETE)) {
        changes.deleted.add(task.getTaskId());
      } else {
        changes.touched.add(task.getTaskId());
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
    private final Set<String> touched = new HashSet<>();
    private final Set<String> completed = new HashSet<>();
    private final Set<String> deleted = new HashSet<>();

    @Override
    public void beforeCommit(boolean readOnly) {
      listeners.get().forEach(l -> l.tasksChanged(touched, completed, deleted));
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(TaskHistoryTap.this);
    }
  }
}
