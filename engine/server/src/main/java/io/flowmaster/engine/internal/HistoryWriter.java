package io.flowmaster.engine.internal;

import java.util.Date;
import org.camunda.bpm.engine.impl.history.event.HistoricScopeInstanceEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;

/**
 * Writes history as the engine does, but for a read: when something began, which only its end
 * needs. It is not read where the command has read it with a task ({@link TasksReadAhead}), and not
 * for a task that only changed: the engine makes such an event as the last thing of a command.
 */
class HistoryWriter extends DbHistoryEventHandler {

  @Override
  protected void insertOrUpdate(HistoryEvent event) {
    Date began = hasBegunBefore(event) ? TasksReadAhead.began(event.getId()) : null;
    if (began == null && !isChangeOfTask(event)) {
      super.insertOrUpdate(event);
    } else if (getDbEntityManager().getCachedEntity(event.getClass(), event.getId()) == null) {
      if (began != null) {
        ((HistoricScopeInstanceEvent) event).setStartTime(began);
      }
      getDbEntityManager().merge(event);
    }
  }

  private boolean hasBegunBefore(HistoryEvent event) {
    return event instanceof HistoricScopeInstanceEvent
        && event.getId() != null
        && !isInitialEvent(event);
  }

  private static boolean isChangeOfTask(HistoryEvent event) {
    return event instanceof HistoricTaskInstanceEventEntity
        && event.isEventOfType(HistoryEventTypes.TASK_INSTANCE_UPDATE)
        && event.getId() != null;
  }
}
