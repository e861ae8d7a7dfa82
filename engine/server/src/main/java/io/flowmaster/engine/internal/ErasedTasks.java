package io.flowmaster.engine.internal;

import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;

/**
 * Tells the tap of tasks that are deleted together with their history (a deployment deleted with
 * cascade, for example): the engine makes no history event for them.
 */
class ErasedTasks implements SessionFactory {
  private final TaskHistoryTap tap;

  ErasedTasks(TaskHistoryTap tap) {
    this.tap = tap;
  }

  @Override
  public Class<?> getSessionType() {
    return TaskManager.class;
  }

  @Override
  public Session openSession() {
    return new TasksReadAhead() {
      @Override
      public void deleteTask(
          TaskEntity task, String reason, boolean cascade, boolean skipCustomListeners) {
        if (cascade && !task.isDeleted()) {
          tap.deleted(task.getId());
        }
        super.deleteTask(task, reason, cascade, skipCustomListeners);
      }
    };
  }
}
