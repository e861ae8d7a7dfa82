package io.flowmaster.engine.internal;

import io.flowmaster.engine.ExecutionChanges;
import io.flowmaster.engine.ExecutionChanges.Begun;
import io.flowmaster.engine.ExecutionChanges.Over;
import io.flowmaster.engine.UncommittedExecutions;
import io.flowmaster.platform.BeforeCommit;
import io.flowmaster.platform.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;

/**
 * Collects, per transaction, the executions that the engine's history says began and ended, and
 * tells {@link ExecutionChanges} before the commit.
 */
class ExecutionHistoryTap implements HistoryEventHandler, UncommittedExecutions {
  private final Supplier<List<ExecutionChanges>> listeners;
  private final BeforeCommit<Changes> changes =
      new BeforeCommit<>(BeforeCommit.Stage.EXECUTIONS, Changes::new, this::tell);

  ExecutionHistoryTap(Supplier<List<ExecutionChanges>> listeners) {
    this.listeners = listeners;
  }

  @Override
  public void handleEvent(HistoryEvent event) {
    if (event instanceof HistoricProcessInstanceEventEntity instance
        && instance.getTenantId() != null
        && instance.getId().equals(instance.getRootProcessInstanceId())) {
      if (event.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_START)) {
        Begun begun = begun(instance);
        changes.collect(now -> now.begun.add(begun));
      } else if (event.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_END)) {
        Over over = over(instance);
        changes.collect(now -> now.over.add(over));
      }
    }
  }

  @Override
  public void handleEvents(List<HistoryEvent> events) {
    events.forEach(this::handleEvent);
  }

  @Override
  public Optional<Begun> begun(String id) {
    return changes.collected().stream()
        .flatMap(now -> now.begun.stream())
        .filter(begun -> begun.id().equals(id))
        .findFirst();
  }

  @Override
  public Optional<Over> over(String id) {
    return changes.collected().stream()
        .flatMap(now -> now.over.stream())
        .filter(over -> over.id().equals(id))
        .findFirst();
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

  private void tell(Changes changes) {
    listeners.get().forEach(listener -> listener.executionsChanged(changes.begun, changes.over));
  }

  private static final class Changes {
    private final List<Begun> begun = new ArrayList<>();
    private final List<Over> over = new ArrayList<>();
  }
}
