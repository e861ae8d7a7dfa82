package io.flowmaster.engine.internal;

import io.flowmaster.engine.ExecutionChanges.Begun;
import io.flowmaster.engine.ExecutionChanges.Over;
import io.flowmaster.platform.TenantId;
import java.util.List;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;

/** Notes which executions the engine's history says began and ended. */
class ExecutionHistoryTap implements HistoryEventHandler {
  private final ExecutionsOfTransaction executions;

  ExecutionHistoryTap(ExecutionsOfTransaction executions) {
    this.executions = executions;
  }

  @Override
  public void handleEvent(HistoryEvent event) {
    if (event instanceof HistoricProcessInstanceEventEntity instance
        && instance.getTenantId() != null
        && instance.getId().equals(instance.getRootProcessInstanceId())) {
      if (event.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_START)) {
        executions.add(begun(instance));
      } else if (event.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_END)) {
        executions.add(over(instance));
      }
    }
  }

  @Override
  public void handleEvents(List<HistoryEvent> events) {
    events.forEach(this::handleEvent);
  }

  private static Begun begun(HistoricProcessInstanceEventEntity instance) {
    return new Begun(
        new TenantId(instance.getTenantId()),
        instance.getId(),
        instance.getProcessDefinitionId(),
        instance.getProcessDefinitionKey(),
        instance.getBusinessKey(),
        instance.getStartUserId(),
        instance.getStartTime().toInstant());
  }

  private static Over over(HistoricProcessInstanceEventEntity instance) {
    return new Over(
        new TenantId(instance.getTenantId()),
        instance.getId(),
        HistoricProcessInstance.STATE_COMPLETED.equals(instance.getState()),
        instance.getDeleteReason(),
        instance.getEndTime().toInstant());
  }
}
