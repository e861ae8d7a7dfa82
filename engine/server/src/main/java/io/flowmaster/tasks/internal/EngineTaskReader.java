package io.flowmaster.tasks.internal;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.flowmaster.engine.EngineScope;
import io.flowmaster.tasks.TaskStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.NativeHistoricTaskInstanceQuery;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads tasks from the engine, whole sets at a time: the number of statements does not depend on
 * the number of tasks.
 */
@Component
class EngineTaskReader {
  private static final String COMPLETED = "Completed";
  private static final String COMPLETED_REASON = "completed";
  private final TaskService tasks;
  private final RuntimeService runtime;
  private final RepositoryService repository;
  private final HistoryService history;
  private final EngineScope scope;
  private final JdbcClient jdbc;

  /** What is read of a definition never changes. */
  private final Cache<String, ProcessDefinition> definitions =
      Caffeine.newBuilder().maximumSize(5_000).build();

  EngineTaskReader(
      TaskService tasks,
      RuntimeService runtime,
      RepositoryService repository,
      HistoryService history,
      EngineScope scope,
      JdbcClient jdbc) {
    this.tasks = tasks;
    this.runtime = runtime;
    this.repository = repository;
    this.history = history;
    this.scope = scope;
    this.jdbc = jdbc;
  }

  /**
   * The tasks by id: open ones as they are, ended ones as history has them. Tasks that the engine
   * does not know, and tasks without a tenant, which nobody may see, are left out.
   */
  Map<String, EngineTask> read(Collection<String> ids) {
    return scope.acrossTenants(
        () -> {
          Map<String, EngineTask> found = new HashMap<>();
          open(ids).forEach(task -> found.put(task.id(), task));
          List<String> rest = ids.stream().filter(id -> !found.containsKey(id)).toList();
          ended(rest).forEach(task -> found.put(task.id(), task));
          return found;
        });
  }

  private List<EngineTask> open(Collection<String> ids) {
    List<Task> found =
        tasks.createTaskQuery().taskIdIn(ids.toArray(String[]::new)).list().stream()
            .filter(task -> task.getTenantId() != null)
            .toList();
    if (found.isEmpty()) {
      return List.of();
    }
    Map<String, Candidates> candidates = candidates(found.stream().map(Task::getId).toList());
    Map<String, String> keys = new HashMap<>();
    Set<String> executions = instances(found.stream().map(Task::getProcessInstanceId));
    if (!executions.isEmpty()) {
      for (ProcessInstance instance :
          runtime.createProcessInstanceQuery().processInstanceIds(executions).list()) {
        keys.put(instance.getId(), instance.getBusinessKey());
      }
    }
    Map<String, ProcessDefinition> definitions =
        definitions(found.stream().map(Task::getProcessDefinitionId));
    return found.stream()
        .map(
            task ->
                open(
                    task,
                    candidates.getOrDefault(task.getId(), Candidates.none()),
                    process(
                        task.getProcessInstanceId(),
                        keys.get(task.getProcessInstanceId()),
                        definitions.get(task.getProcessDefinitionId()),
                        task.getTaskDefinitionKey())))
        .toList();
  }

  private static EngineTask open(
      Task task, Candidates candidates, EngineTask.@Nullable ProcessRef process) {
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
        process,
        candidates.groups(),
        candidates.users());
  }

  private List<EngineTask> ended(List<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    List<HistoricTaskInstance> found =
        historic(ids).stream()
            .filter(task -> task.getTenantId() != null && task.getEndTime() != null)
            .toList();
    Map<String, String> keys = new HashMap<>();
    Set<String> executions =
        instances(found.stream().map(HistoricTaskInstance::getProcessInstanceId));
    if (!executions.isEmpty()) {
      for (HistoricProcessInstance instance :
          history.createHistoricProcessInstanceQuery().processInstanceIds(executions).list()) {
        keys.put(instance.getId(), instance.getBusinessKey());
      }
    }
    Map<String, ProcessDefinition> definitions =
        definitions(found.stream().map(HistoricTaskInstance::getProcessDefinitionId));
    return found.stream()
        .map(
            task ->
                ended(
                    task,
                    process(
                        task.getProcessInstanceId(),
                        keys.get(task.getProcessInstanceId()),
                        definitions.get(task.getProcessDefinitionId()),
                        task.getTaskDefinitionKey())))
        .toList();
  }

  /** The public query takes one id only. */
  private List<HistoricTaskInstance> historic(List<String> ids) {
    StringBuilder in = new StringBuilder();
    for (int i = 0; i < ids.size(); i++) {
      in.append(i == 0 ? "" : ", ").append("#{id").append(i).append('}');
    }
    NativeHistoricTaskInstanceQuery query =
        history
            .createNativeHistoricTaskInstanceQuery()
            .sql("select * from ACT_HI_TASKINST where ID_ in (" + in + ")");
    for (int i = 0; i < ids.size(); i++) {
      query.parameter("id" + i, ids.get(i));
    }
    return query.list();
  }

  private static EngineTask ended(
      HistoricTaskInstance task, EngineTask.@Nullable ProcessRef process) {
    return new EngineTask(
        task.getId(),
        task.getTenantId(),
        name(task.getName(), task.getTaskDefinitionKey()),
        task.getDescription(),
        isCompleted(task) ? TaskStatus.COMPLETED : TaskStatus.CANCELLED,
        task.getAssignee(),
        task.getOwner(),
        null,
        task.getPriority(),
        instant(task.getDueDate()),
        instant(task.getFollowUpDate()),
        task.getStartTime().toInstant(),
        instant(task.getEndTime()),
        process,
        List.of(),
        List.of());
  }

  /** History written before 7.23 has no state; the reason tells then. */
  private static boolean isCompleted(HistoricTaskInstance task) {
    return task.getTaskState() == null
        ? COMPLETED_REASON.equals(task.getDeleteReason())
        : COMPLETED.equals(task.getTaskState());
  }

  /**
   * The public API answers this for one task a call only; the table's columns have been the same
   * since Camunda 7.0.
   */
  private Map<String, Candidates> candidates(List<String> ids) {
    Map<String, Candidates> found = new HashMap<>();
    jdbc.sql(
            """
            select TASK_ID_, GROUP_ID_, USER_ID_ from ACT_RU_IDENTITYLINK
            where TYPE_ = 'candidate' and TASK_ID_ in (:ids)
            """)
        .param("ids", ids)
        .query(
            row -> {
              Candidates candidates =
                  found.computeIfAbsent(row.getString(1), id -> Candidates.none());
              candidates.add(row.getString(2), row.getString(3));
            });
    found.replaceAll((id, candidates) -> candidates.sorted());
    return found;
  }

  private Map<String, ProcessDefinition> definitions(Stream<String> ids) {
    Set<String> wanted = instances(ids);
    return definitions.getAll(wanted, this::load);
  }

  private Map<String, ProcessDefinition> load(Set<? extends String> ids) {
    return repository
        .createProcessDefinitionQuery()
        .processDefinitionIdIn(ids.toArray(String[]::new))
        .list()
        .stream()
        .collect(toMap(ProcessDefinition::getId, definition -> definition));
  }

  private static EngineTask.@Nullable ProcessRef process(
      @Nullable String execution,
      @Nullable String businessKey,
      @Nullable ProcessDefinition definition,
      @Nullable String activity) {
    if (execution == null || definition == null) {
      return null;
    }
    return new EngineTask.ProcessRef(
        execution,
        businessKey,
        definition.getId(),
        definition.getKey(),
        definition.getName() == null ? definition.getKey() : definition.getName(),
        definition.getVersion(),
        activity);
  }

  private static Set<String> instances(Stream<String> ids) {
    return ids.filter(Objects::nonNull).collect(toSet());
  }

  private static String name(@Nullable String name, @Nullable String activity) {
    if (name != null && !name.isBlank()) {
      return name;
    }
    return activity == null ? "Task" : activity;
  }

  /** A date after all that the inbox can show is none. */
  private static @Nullable Instant instant(@Nullable Date date) {
    return date == null || date.toInstant().isAfter(Columns.LATEST) ? null : date.toInstant();
  }

  /** Who may claim a task. */
  private record Candidates(List<String> groups, List<String> users) {
    static Candidates none() {
      return new Candidates(new ArrayList<>(), new ArrayList<>());
    }

    void add(@Nullable String group, @Nullable String user) {
      if (group != null) {
        groups.add(group);
      }
      if (user != null) {
        users.add(user);
      }
    }

    Candidates sorted() {
      return new Candidates(unique(groups), unique(users));
    }

    private static List<String> unique(List<String> values) {
      return new HashSet<>(values).stream().sorted().toList();
    }
  }
}
