package io.flowmaster.engine.internal;

import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.impl.history.DefaultHistoryRemovalTimeProvider;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;

/** How long history stays: the model's time to live, a day at least. */
class HistoryLifetime extends DefaultHistoryRemovalTimeProvider {
  /** With less, an execution that starts during a clean-up could fall due before it is over. */
  static final Duration SHORTEST = Duration.ofDays(1);

  @Override
  public @Nullable Date calculateRemovalTime(
      HistoricProcessInstanceEventEntity root, ProcessDefinition definition) {
    Date removal = super.calculateRemovalTime(root, definition);
    if (removal == null) {
      return null;
    }
    Date earliest = Date.from(root.getStartTime().toInstant().plus(SHORTEST));
    return removal.before(earliest) ? earliest : removal;
  }
}
