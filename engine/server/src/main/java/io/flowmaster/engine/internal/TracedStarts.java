package io.flowmaster.engine.internal;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.jspecify.annotations.Nullable;

/** Tells {@link ExecutionTraces} which executions start and end, through whatever door. */
class TracedStarts implements HistoryEventHandler {
  private final Supplier<@Nullable ExecutionTraces> traces;

  TracedStarts(Supplier<@Nullable ExecutionTraces> traces) {
    this.traces = traces;
  }

  @Override
  public void handleEvent(HistoryEvent event) {
    ExecutionTraces known = traces.get();
    if (known == null
        || !(event instanceof HistoricProcessInstanceEventEntity execution)
        || execution.getSuperProcessInstanceId() != null) {
      return;
    }
    if (event.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_START)) {
      known.started(execution.getProcessInstanceId());
    } else if (event.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_END)) {
      known.ended(execution.getProcessInstanceId());
    }
  }

  @Override
  public void handleEvents(List<HistoryEvent> events) {
    events.forEach(this::handleEvent);
  }
}
