package io.flowmaster.tasks.internal;

import static java.util.stream.Collectors.toMap;

import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import io.flowmaster.tasks.TaskAssigned;
import io.flowmaster.tasks.TaskCancelled;
import io.flowmaster.tasks.TaskChanged;
import io.flowmaster.tasks.TaskCompleted;
import io.flowmaster.tasks.TaskCreated;
import io.flowmaster.tasks.TaskDelegated;
import io.flowmaster.tasks.TaskId;
import io.flowmaster.tasks.TaskReleased;
import io.flowmaster.tasks.TaskStatus;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Publishes what the difference between two states of a task means. */
@Component
class TaskFacts {
  private static final Set<String> WITH_OWN_EVENT =
      Set.of(TaskDifference.STATUS, TaskDifference.ASSIGNEE, TaskDifference.DELEGATION, "owner");
  private final ApplicationEventPublisher events;
  private final CurrentActor current;

  TaskFacts(ApplicationEventPublisher events, CurrentActor current) {
    this.events = events;
    this.current = current;
  }

  void publish(
      @Nullable TaskRow old,
      EngineTask now,
      @Nullable String completedBy,
      List<TaskDifference.Change> changes,
      Instant at) {
    TenantId tenant = new TenantId(now.tenant());
    TaskId id = new TaskId(now.id());
    if (old == null) {
      created(tenant, id, now, at);
    }
    assignment(tenant, id, old == null ? null : old.task(), now, at);
    if (old != null) {
      changed(tenant, id, changes, at);
    }
    if (now.status() != TaskStatus.OPEN && (old == null || old.task().isOpen())) {
      ended(tenant, id, now, completedBy, old == null ? null : old.outcome(), at);
    }
  }

  private void created(TenantId tenant, TaskId id, EngineTask now, Instant at) {
    EngineTask.ProcessRef process = now.process();
    events.publishEvent(
        new TaskCreated(
            tenant,
            id,
            now.name(),
            now.assignee(),
            now.candidateGroups(),
            now.candidateUsers(),
            now.dueAt(),
            now.priority(),
            process == null ? null : process.executionId(),
            process == null ? null : process.key(),
            process == null ? null : process.activityId(),
            at));
  }

  private void assignment(
      TenantId tenant, TaskId id, @Nullable EngineTask old, EngineTask now, Instant at) {
    String previous = old == null ? null : old.assignee();
    String assignee = now.assignee();
    if (now.isDelegated() && (old == null || !old.isDelegated()) && assignee != null) {
      events.publishEvent(new TaskDelegated(tenant, id, now.owner(), assignee, at));
    }
    if (Objects.equals(previous, assignee)) {
      return;
    }
    if (assignee != null) {
      events.publishEvent(new TaskAssigned(tenant, id, assignee, previous, at));
    } else if (previous != null) {
      events.publishEvent(new TaskReleased(tenant, id, previous, at));
    }
  }

  private void changed(
      TenantId tenant, TaskId id, List<TaskDifference.Change> changes, Instant at) {
    Map<String, TaskChanged.Change> members =
        changes.stream()
            .filter(change -> !WITH_OWN_EVENT.contains(change.field()))
            .collect(
                toMap(
                    TaskDifference.Change::field,
                    change -> new TaskChanged.Change(change.from(), change.to()),
                    (one, other) -> other,
                    LinkedHashMap::new));
    if (!members.isEmpty()) {
      events.publishEvent(new TaskChanged(tenant, id, members, at));
    }
  }

  private void ended(
      TenantId tenant,
      TaskId id,
      EngineTask now,
      @Nullable String completedBy,
      @Nullable String outcome,
      Instant at) {
    EngineTask.ProcessRef process = now.process();
    String execution = process == null ? null : process.executionId();
    String key = process == null ? null : process.key();
    String activity = process == null ? null : process.activityId();
    events.publishEvent(
        now.status() == TaskStatus.COMPLETED
            ? new TaskCompleted(
                tenant,
                id,
                completedBy,
                current.find().map(Actor::onBehalfOf).map(UserId::value).orElse(null),
                outcome,
                execution,
                key,
                activity,
                now.createdAt(),
                now.dueAt(),
                at)
            : new TaskCancelled(tenant, id, execution, key, activity, at));
  }
}
