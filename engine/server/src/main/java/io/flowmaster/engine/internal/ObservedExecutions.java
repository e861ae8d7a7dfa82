package io.flowmaster.engine.internal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Counts the executions that start and end, through whatever door, and tells {@link
 * ExecutionTraces} of the outermost ones. What is rolled back is not counted.
 */
class ObservedExecutions implements HistoryEventHandler {
  private final MeterRegistry meters;
  private final Supplier<Optional<ExecutionTraces>> traces;

  ObservedExecutions(MeterRegistry meters, Supplier<Optional<ExecutionTraces>> traces) {
    this.meters = meters;
    this.traces = traces;
  }

  @Override
  public void handleEvent(HistoryEvent event) {
    if (!(event instanceof HistoricProcessInstanceEventEntity execution)) {
      return;
    }
    if (event.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_START)) {
      trace(execution, true);
      afterCommit(() -> started(execution));
    } else if (event.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_END)) {
      trace(execution, false);
      afterCommit(() -> ended(execution));
    }
  }

  @Override
  public void handleEvents(List<HistoryEvent> events) {
    events.forEach(this::handleEvent);
  }

  private void trace(HistoricProcessInstanceEventEntity execution, boolean start) {
    ExecutionTraces known = traces.get().orElse(null);
    if (known == null || execution.getSuperProcessInstanceId() != null) {
      return;
    }
    if (start) {
      known.started(execution.getProcessInstanceId());
    } else {
      known.ended(execution.getProcessInstanceId());
    }
  }

  private void started(HistoricProcessInstanceEventEntity execution) {
    Counter.builder("flowmaster.executions.started")
        .description("Executions started")
        .tags(tags(execution))
        .register(meters)
        .increment();
  }

  private void ended(HistoricProcessInstanceEventEntity execution) {
    Timer.builder("flowmaster.executions")
        .description("Executions ended, by their state at the end, and how long they ran")
        .tags(tags(execution).and("state", execution.getState().toLowerCase(Locale.ROOT)))
        .register(meters)
        .record(
            Duration.ofMillis(
                execution.getDurationInMillis() == null ? 0 : execution.getDurationInMillis()));
  }

  private static Tags tags(HistoricProcessInstanceEventEntity execution) {
    String tenant = execution.getTenantId();
    return Tags.of(
        "tenant",
        tenant == null ? "" : tenant,
        "process",
        String.valueOf(execution.getProcessDefinitionKey()));
  }

  private static void afterCommit(Runnable count) {
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              count.run();
            }
          });
    }
  }
}
