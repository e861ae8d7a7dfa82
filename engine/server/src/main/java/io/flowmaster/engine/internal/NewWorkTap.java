package io.flowmaster.engine.internal;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.history.event.HistoricExternalTaskLogEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Wakes the workers of this JVM when a task for workers has come, as soon as it can be seen. */
class NewWorkTap implements HistoryEventHandler {
  private final Supplier<InProcessWork> work;

  NewWorkTap(Supplier<InProcessWork> work) {
    this.work = work;
  }

  @Override
  public void handleEvent(HistoryEvent event) {
    if (event instanceof HistoricExternalTaskLogEntity task
        && task.isCreationLog()
        && TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              work.get().wake();
            }
          });
    }
  }

  @Override
  public void handleEvents(List<HistoryEvent> events) {
    events.forEach(this::handleEvent);
  }
}
