package io.flowmaster.engine.internal;

import io.flowmaster.engine.ExecutionChanges;
import io.flowmaster.engine.ExecutionChanges.Begun;
import io.flowmaster.engine.ExecutionChanges.Over;
import io.flowmaster.platform.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Collects, per transaction, the executions that the engine's history says began and ended, and
 * tells {@link ExecutionChanges} before the commit.
 */
class ExecutionHistoryTap implements HistoryEventHandler {
  private final Supplier<List<ExecutionChanges>> listeners;

  ExecutionHistoryTap(Supplier<List<ExecutionChanges>> listeners) {
    this.listeners = listeners;
  }

  @Override
  public void handleEvent(HistoryEvent event) {
    if (event instanceof HistoricProcessInstanceEventEntity instance
        && instance.getTenantId() != null
        && instance.getId().equals(instance.getRootProcessInstanceId())) {
      if (event.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_START)) {
        changes().begun.add(begun(instance));
      } else if (event.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_END)) {
        changes().over.add(over(instance));
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
        instance.getBusinessKey());
  }

  private static Over over(HistoricProcessInstanceEventEntity instance) {
    return new Over(
        new TenantId(instance.getTenantId()),
        instance.getId(),
        HistoricProcessInstance.STATE_COMPLETED.equals(instance.getState()),
        instance.getDeleteReason());
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
    private List<Begun> begun = new ArrayList<>();
    private List<Over> over = new ArrayList<>();

    @Override
    public void beforeCommit(boolean readOnly) {
      while (!begun.isEmpty() || !over.isEmpty()) {
        List<Begun> nowBegun = begun;
        List<Over> nowOver = over;
        begun = new ArrayList<>();
        over = new ArrayList<>();
        listeners.get().forEach(listener -> listener.executionsChanged(nowBegun, nowOver));
      }
    }

    /** An inner transaction of its own collects its own changes. */
    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResourceIfPossible(ExecutionHistoryTap.this);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(ExecutionHistoryTap.this, this);
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(ExecutionHistoryTap.this);
    }
  }
}
