package io.flowmaster.engine.internal;

import io.flowmaster.engine.HeldWork;
import io.flowmaster.engine.WorkRule;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricExternalTaskLogEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricJobLogEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExternalTaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.jspecify.annotations.Nullable;

/** Holds new work back in the very command that makes it, before anybody can take it. */
class HeldWorkTap implements HistoryEventHandler {
  private static final String BODY = "#multiInstanceBody";
  private final Supplier<List<HeldWork>> held;

  HeldWorkTap(Supplier<List<HeldWork>> held) {
    this.held = held;
  }

  @Override
  public void handleEvent(HistoryEvent event) {
    if (event instanceof HistoricJobLogEvent job
        && job.isCreationLog()
        && isHeld(job.getTenantId(), job.getProcessDefinitionKey(), job.getActivityId(), null)) {
      JobEntity made = made(JobEntity.class, job.getJobId());
      if (made != null) {
        made.setSuspensionState(SuspensionState.SUSPENDED.getStateCode());
      }
    } else if (event instanceof HistoricExternalTaskLogEntity task
        && task.isCreationLog()
        && isHeld(
            task.getTenantId(),
            task.getProcessDefinitionKey(),
            task.getActivityId(),
            task.getTopicName())) {
      ExternalTaskEntity made = made(ExternalTaskEntity.class, task.getExternalTaskId());
      if (made != null) {
        made.setSuspensionState(SuspensionState.SUSPENDED.getStateCode());
      }
    }
  }

  @Override
  public void handleEvents(List<HistoryEvent> events) {
    events.forEach(this::handleEvent);
  }

  private static <T extends DbEntity> @Nullable T made(Class<T> type, String id) {
    return Context.getCommandContext().getDbEntityManager().getCachedEntity(type, id);
  }

  private boolean isHeld(
      @Nullable String tenant,
      @Nullable String processKey,
      @Nullable String activityId,
      @Nullable String topic) {
    String activity =
        activityId != null && activityId.endsWith(BODY)
            ? activityId.substring(0, activityId.length() - BODY.length())
            : activityId;
    return processKey != null
        && held.get().stream()
            .flatMap(all -> all.rules().stream())
            .anyMatch(rule -> matches(rule, tenant, processKey, activity, topic));
  }

  private static boolean matches(
      WorkRule rule,
      @Nullable String tenant,
      String processKey,
      @Nullable String activity,
      @Nullable String topic) {
    return rule.tenant().value().equals(tenant)
        && (rule.processKey() == null || rule.processKey().equals(processKey))
        && (rule.activityId() == null || rule.activityId().equals(activity))
        && (rule.topic() == null || Objects.equals(rule.topic(), topic));
  }
}
