package io.flowmaster.engine.internal;

import io.flowmaster.engine.StoredTask;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricIdentityLinkLogEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/**
 * What one transaction's history events tell of tasks of processes. Known are the usual lives: made
 * with candidates, changed otherwise than in its candidates, completed. Whatever else happened to a
 * task in the transaction, it has to be read.
 */
class SeenTasks {
  private final Map<String, Seen> tasks = new HashMap<>();
  private final Set<String> changedExecutions = new HashSet<>();

  private static final class Seen {
    final Set<String> groups = new TreeSet<>();
    final Set<String> users = new TreeSet<>();
    boolean hasLinks;
    boolean isNew;
    boolean isUnknown;
    @Nullable TaskEntity made;
    @Nullable ExecutionEntity execution;
    @Nullable StoredTask stored;
    @Nullable HistoricTaskInstanceEventEntity end;
  }

  void task(HistoricTaskInstanceEventEntity event) {
    Seen seen = seen(event.getTaskId());
    TaskEntity task = cached(TaskEntity.class, event.getTaskId());
    ExecutionEntity execution = cached(ExecutionEntity.class, event.getProcessInstanceId());
    if (task == null || execution == null || task.getTenantId() == null || seen.end != null) {
      seen.isUnknown = true;
    } else if (event.isEventOfType(HistoryEventTypes.TASK_INSTANCE_CREATE)) {
      seen.isNew = true;
      seen.made = task;
      seen.execution = execution;
    } else if (event.isEventOfType(HistoryEventTypes.TASK_INSTANCE_UPDATE)) {
      seen.made = null;
      seen.stored = stored(task, execution, null);
    } else if (event.isEventOfType(HistoryEventTypes.TASK_INSTANCE_COMPLETE) && !seen.isNew) {
      seen.stored = stored(task, execution, null);
      seen.end = event;
    } else {
      seen.isUnknown = true;
    }
  }

  void candidate(HistoricIdentityLinkLogEventEntity link) {
    Seen seen = seen(link.getTaskId());
    seen.hasLinks = true;
    boolean isAdded = link.isEventOfType(HistoryEventTypes.IDENTITY_LINK_ADD);
    change(seen.groups, link.getGroupId(), isAdded);
    change(seen.users, link.getUserId(), isAdded);
  }

  /** Its business key may be another one than was seen. */
  void execution(String id) {
    changedExecutions.add(id);
  }

  Map<String, StoredTask> stored() {
    Map<String, StoredTask> known = new HashMap<>();
    tasks.forEach(
        (id, seen) -> {
          StoredTask stored = stored(seen);
          if (stored != null && !changedExecutions.contains(stored.execution())) {
            known.put(id, stored);
          }
        });
    return known;
  }

  private static @Nullable StoredTask stored(Seen seen) {
    if (seen.isUnknown || (seen.hasLinks && !seen.isNew)) {
      return null;
    }
    StoredTask.Candidates candidates =
        seen.isNew ? new StoredTask.Candidates(seen.groups, seen.users) : null;
    if (seen.made != null && seen.execution != null) {
      return stored(seen.made, seen.execution, candidates);
    }
    if (seen.stored == null) {
      return null;
    }
    if (seen.end == null) {
      return with(seen.stored, null, candidates);
    }
    return seen.end.getStartTime() == null || seen.end.getEndTime() == null
        ? null
        : with(
            seen.stored,
            new StoredTask.End(instant(seen.end.getStartTime()), instant(seen.end.getEndTime())),
            candidates);
  }

  private static StoredTask stored(
      TaskEntity task, ExecutionEntity execution, StoredTask.@Nullable Candidates candidates) {
    return new StoredTask(
        task.getId(),
        task.getTenantId(),
        task.getName(),
        task.getDescription(),
        task.getAssignee(),
        task.getOwner(),
        task.getDelegationState() == null ? null : task.getDelegationState().name(),
        task.getPriority(),
        task.getDueDate(),
        task.getFollowUpDate(),
        instant(task.getCreateTime()),
        null,
        execution.getId(),
        execution.getBusinessKey(),
        task.getProcessDefinitionId(),
        task.getTaskDefinitionKey(),
        candidates);
  }

  private static StoredTask with(
      StoredTask task, StoredTask.@Nullable End end, StoredTask.@Nullable Candidates candidates) {
    return new StoredTask(
        task.id(),
        task.tenant(),
        task.name(),
        task.description(),
        task.assignee(),
        task.owner(),
        task.delegation(),
        task.priority(),
        task.dueDate(),
        task.followUpDate(),
        task.createdAt(),
        end,
        task.execution(),
        task.businessKey(),
        task.definition(),
        task.activity(),
        candidates);
  }

  private Seen seen(String id) {
    return tasks.computeIfAbsent(id, task -> new Seen());
  }

  private static void change(Set<String> links, @Nullable String who, boolean isAdded) {
    if (who != null && isAdded) {
      links.add(who);
    } else if (who != null) {
      links.remove(who);
    }
  }

  private static Instant instant(Date date) {
    return Instant.ofEpochMilli(date.getTime());
  }

  private static <T extends DbEntity> @Nullable T cached(Class<T> type, @Nullable String id) {
    return id == null
        ? null
        : Context.getCommandContext().getDbEntityManager().getCachedEntity(type, id);
  }
}
