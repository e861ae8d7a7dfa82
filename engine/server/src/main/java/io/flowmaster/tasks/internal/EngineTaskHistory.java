package io.flowmaster.tasks.internal;

import static java.util.stream.Collectors.toSet;

import io.flowmaster.tasks.TaskStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.NativeHistoricTaskInstanceQuery;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads tasks that ended, as the engine's history has them. */
@Component
class EngineTaskHistory {
  private static final String COMPLETED = "Completed";
  private static final String COMPLETED_REASON = "completed";
  private final HistoryService history;
  private final EngineProcessRefs processes;

  EngineTaskHistory(HistoryService history, EngineProcessRefs processes) {
    this.history = history;
    this.processes = processes;
  }

  /** Those that ended and have a tenant. */
  List<EngineTask> read(List<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    List<HistoricTaskInstance> found =
        historic(ids).stream()
            .filter(task -> task.getTenantId() != null && task.getEndTime() != null)
            .toList();
    Map<String, String> keys = businessKeys(found);
    Map<String, ProcessDefinition> definitions =
        processes.definitions(found.stream().map(HistoricTaskInstance::getProcessDefinitionId));
    return found.stream()
        .map(
            task ->
                ended(
                    task,
                    EngineProcessRefs.ref(
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

  private Map<String, String> businessKeys(List<HistoricTaskInstance> tasks) {
    Set<String> executions =
        tasks.stream()
            .map(HistoricTaskInstance::getProcessInstanceId)
            .filter(Objects::nonNull)
            .collect(toSet());
    Map<String, String> keys = new HashMap<>();
    if (!executions.isEmpty()) {
      for (HistoricProcessInstance instance :
          history.createHistoricProcessInstanceQuery().processInstanceIds(executions).list()) {
        keys.put(instance.getId(), instance.getBusinessKey());
      }
    }
    return keys;
  }

  private static EngineTask ended(
      HistoricTaskInstance task, EngineTask.@Nullable ProcessRef process) {
    return new EngineTask(
        task.getId(),
        task.getTenantId(),
        EngineTaskReader.name(task.getName(), task.getTaskDefinitionKey()),
        task.getDescription(),
        isCompleted(task) ? TaskStatus.COMPLETED : TaskStatus.CANCELLED,
        task.getAssignee(),
        task.getOwner(),
        null,
        task.getPriority(),
        EngineTaskReader.instant(task.getDueDate()),
        EngineTaskReader.instant(task.getFollowUpDate()),
        task.getStartTime().toInstant(),
        EngineTaskReader.instant(task.getEndTime()),
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
}
