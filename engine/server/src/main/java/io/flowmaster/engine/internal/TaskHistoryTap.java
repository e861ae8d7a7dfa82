package io.flowmaster.engine.internal;

import io.flowmaster.engine.StoredTask;
import io.flowmaster.engine.TaskChanges;
import io.flowmaster.platform.BeforeCommit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.history.event.HistoricIdentityLinkLogEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.task.IdentityLinkType;

/**
 * Collects, per transaction, the tasks that the engine's history says were changed, and tells
 * {@link TaskChanges} before the commit. History events come for each change through every door:
 * API, REST, listener, timer, migration, deletion. Only a deletion that erases the history with the
 * task makes no event; {@link ErasedTasks} reports that one.
 */
class TaskHistoryTap implements HistoryEventHandler {
  /** Each end is a "complete" event; only the state tells a completed task from a cancelled one. */
  private static final String COMPLETED = "Completed";

  private final Supplier<List<TaskChanges>> listeners;
  private final BeforeCommit<Changes> changes =
      new BeforeCommit<>(BeforeCommit.Stage.TASKS, Changes::new, this::tell);

  TaskHistoryTap(Supplier<List<TaskChanges>> listeners) {
    this.listeners = listeners;
  }

  @Override
  public void handleEvent(HistoryEvent event) {
    if (event instanceof HistoricTaskInstanceEventEntity task) {
      changes.collect(now -> now.task(task));
    } else if (event instanceof HistoricIdentityLinkLogEventEntity link
        && link.getTaskId() != null
        && IdentityLinkType.CANDIDATE.equals(link.getType())) {
      changes.collect(now -> now.candidate(link));
    } else if (event instanceof HistoricProcessInstanceEventEntity execution
        && event.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_UPDATE)) {
      changes.collected().ifPresent(now -> now.seen.execution(execution.getProcessInstanceId()));
    }
  }

  @Override
  public void handleEvents(List<HistoryEvent> events) {
    events.forEach(this::handleEvent);
  }

  /** The task ended, but not by completion. */
  void deleted(String taskId) {
    changes.collect(now -> now.deleted.add(taskId));
  }

  private void tell(Changes changes) {
    Map<String, StoredTask> stored = changes.seen.stored();
    stored.keySet().removeAll(changes.deleted);
    listeners
        .get()
        .forEach(l -> l.tasksChanged(changes.touched, changes.completed, changes.deleted, stored));
  }

  private static final class Changes {
    private final Set<String> touched = new HashSet<>();
    private final Set<String> completed = new HashSet<>();
    private final Set<String> deleted = new HashSet<>();
    private final SeenTasks seen = new SeenTasks();

    void task(HistoricTaskInstanceEventEntity task) {
      seen.task(task);
      if (!task.isEventOfType(HistoryEventTypes.TASK_INSTANCE_COMPLETE)) {
        touched.add(task.getTaskId());
      } else if (COMPLETED.equals(task.getTaskState())) {
        completed.add(task.getTaskId());
      } else {
        deleted.add(task.getTaskId());
      }
    }

    void candidate(HistoricIdentityLinkLogEventEntity link) {
      seen.candidate(link);
      touched.add(link.getTaskId());
    }
  }
}
