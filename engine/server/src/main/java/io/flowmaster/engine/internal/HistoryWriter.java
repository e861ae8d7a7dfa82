package io.flowmaster.engine.internal;

import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;

/**
 * Writes history as the engine does, but for one read: the start of a task that only changed, which
 * nothing but its end needs. The engine makes such an event as the last thing of a command.
 */
class HistoryWriter extends DbHistoryEventHandler {

  @Override
  protected void insertOrUpdate(HistoryEvent event) {
    boolean isChangeOfTask =
        event instanceof HistoricTaskInstanceEventEntity
            && event.isEventOfType(HistoryEventTypes.TASK_INSTANCE_UPDATE)
            && event.getId() != null;
    if (!isChangeOfTask) {
      super.insertOrUpdate(event);
    } else if (getDbEntityManager().getCachedEntity(event.getClass(), event.getId()) == null) {
      getDbEntityManager().merge(event);
    }
  }
}
