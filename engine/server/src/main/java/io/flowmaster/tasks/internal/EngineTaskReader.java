package io.flowmaster.tasks.internal;

import io.flowmaster.engine.EngineScope;
import io.flowmaster.engine.StoredTask;
import io.flowmaster.tasks.TaskStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads tasks from the engine, whole sets at a time: the number of statements does not depend on
 * the number of tasks.
 */
@Component
class EngineTaskReader {
  private final TaskService tasks;
  private final EngineTaskHistory history;
  private final JdbcCandidates candidates;
  private final EngineProcessRefs processes;
  private final EngineScope scope;

  EngineTaskReader(
      TaskService tasks,
      EngineTaskHistory history,
      JdbcCandidates candidates,
      EngineProcessRefs processes,
      EngineScope scope) {
    this.tasks = tasks;
    this.history = history;
    this.candidates = candidates;
    this.processes = processes;
    this.scope = scope;
  }

  /**
   * The tasks by id: open ones as they are, ended ones as history has them. Tasks that the engine
   * does not know, and tasks without a tenant, which nobody may see, are left out.
   *
   * @param ended those that are known to have ended
   */
  Map<String, EngineTask> read(Collection<String> ids, Set<String> ended) {
    return scope.acrossTenants(
        () -> {
          Map<String, EngineTask> found = new HashMap<>();
          open(ids.stream().filter(id -> !ended.contains(id)).toList())
              .forEach(task -> found.put(task.id(), task));
          List<String> rest = ids.stream().filter(id -> !found.containsKey(id)).toList();
          history.read(rest).forEach(task -> found.put(task.id(), task));
          return found;
        });
  }

  /**
   * Tasks as a transaction stored them, without a question to the engine.
   *
   * @param rows of those that are not new, whose candidates are as they were
   */
  Map<String, EngineTask> of(Collection<StoredTask> stored, Map<String, TaskRow> rows) {
    if (stored.isEmpty()) {
      return Map.of();
    }
    Map<String, ProcessDefinition> definitions =
        scope.acrossTenants(
            () -> processes.definitions(stored.stream().map(StoredTask::definition)));
    Map<String, EngineTask> found = new HashMap<>();
    for (StoredTask task : stored) {
      ProcessDefinition definition = definitions.get(task.definition());
      StoredTask.Candidates made = task.candidates();
      JdbcCandidates.Offer offer =
          made == null
              ? JdbcCandidates.Offer.of(rows.get(task.id()).task(), task.businessKey())
              : new JdbcCandidates.Offer(
                  List.copyOf(made.groups()), List.copyOf(made.users()), task.businessKey());
      found.put(task.id(), of(task, offer, definition));
    }
    return found;
  }

  private static EngineTask of(
      StoredTask task, JdbcCandidates.Offer offer, @Nullable ProcessDefinition definition) {
    StoredTask.End end = task.end();
    return new EngineTask(
        task.id(),
        task.tenant(),
        name(task.name(), task.activity()),
        task.description(),
        end == null ? TaskStatus.OPEN : TaskStatus.COMPLETED,
        task.assignee(),
        task.owner(),
        end == null ? task.delegation() : null,
        task.priority(),
        instant(task.dueDate()),
        instant(task.followUpDate()),
        end == null ? task.createdAt() : end.startedAt(),
        end == null ? null : end.endedAt(),
        EngineProcessRefs.ref(task.execution(), offer.businessKey(), definition, task.activity()),
        offer.groups(),
        offer.users());
  }

  private List<EngineTask> open(List<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    List<Task> found =
        tasks.createTaskQuery().taskIdIn(ids.toArray(String[]::new)).list().stream()
            .filter(task -> task.getTenantId() != null)
            .toList();
    if (found.isEmpty()) {
      return List.of();
    }
    Map<String, JdbcCandidates.Offer> offers =
        candidates.of(found.stream().map(Task::getId).toList());
    Map<String, ProcessDefinition> definitions =
        processes.definitions(found.stream().map(Task::getProcessDefinitionId));
    return found.stream()
        .map(
            task ->
                open(
                    task,
                    offers.getOrDefault(task.getId(), JdbcCandidates.NOBODY),
                    definitions.get(task.getProcessDefinitionId())))
        .toList();
  }

  private static EngineTask open(
      Task task, JdbcCandidates.Offer offer, @Nullable ProcessDefinition definition) {
    return new EngineTask(
        task.getId(),
        task.getTenantId(),
        name(task.getName(), task.getTaskDefinitionKey()),
        task.getDescription(),
        TaskStatus.OPEN,
        task.getAssignee(),
        task.getOwner(),
        task.getDelegationState() == null ? null : task.getDelegationState().name(),
        task.getPriority(),
        instant(task.getDueDate()),
        instant(task.getFollowUpDate()),
        task.getCreateTime().toInstant(),
        null,
        EngineProcessRefs.ref(
            task.getProcessInstanceId(),
            offer.businessKey(),
            definition,
            task.getTaskDefinitionKey()),
        offer.groups(),
        offer.users());
  }

  static String name(@Nullable String name, @Nullable String activity) {
    if (name != null && !name.isBlank()) {
      return name;
    }
    return activity == null ? "Task" : activity;
  }

  /** A date after all that the inbox can show is none. */
  static @Nullable Instant instant(@Nullable Date date) {
    return date == null || date.toInstant().isAfter(Columns.LATEST) ? null : date.toInstant();
  }
}
