package io.flowmaster.engine.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.impl.batch.history.HistoricBatchEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;

/**
 * Saves two reads that the engine makes for history with removal times from the start: the
 * outermost execution's own removal time, once in each transaction that leaves history, and a batch
 * for each job's log, although the jobs of processes belong to none.
 */
class RootRemovalTimes extends CacheAwareHistoryEventProducer {
  /**
   * A removal time is kept only this shortly, and only when it is further away than {@link
   * #SETTLED}: the clean-up gives an execution that falls due another one.
   */
  private static final Duration KEPT = Duration.ofSeconds(10);

  private static final Duration SETTLED = Duration.ofHours(1);
  private static final int MOST = 10_000;

  private final Cache<String, Date> removalTimes =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

  @Override
  protected @Nullable HistoricProcessInstanceEventEntity getHistoricRootProcessInstance(String id) {
    Date read = TasksReadAhead.removal(id);
    Date known = read == null ? removalTimes.getIfPresent(id) : read;
    if (read != null || isSettled(known)) {
      HistoricProcessInstanceEventEntity root = new HistoricProcessInstanceEventEntity();
      root.setRemovalTime(known);
      return root;
    }
    HistoricProcessInstanceEventEntity root = super.getHistoricRootProcessInstance(id);
    Date removal = root == null ? null : root.getRemovalTime();
    if (isSettled(removal)) {
      removalTimes.put(id, removal);
    }
    return root;
  }

  private static boolean isSettled(@Nullable Date removal) {
    return removal != null
        && removal.toInstant().isAfter(ClockUtil.getCurrentTime().toInstant().plus(SETTLED));
  }

  /** What configures a job is a batch's id only for jobs of batches; else it says when it runs. */
  @Override
  protected @Nullable HistoricBatchEntity getHistoricBatchById(String configuration) {
    return configuration.startsWith("async-") || configuration.indexOf(':') >= 0
        ? null
        : super.getHistoricBatchById(configuration);
  }
}
