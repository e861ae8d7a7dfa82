package io.flowmaster.engine.internal;

import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.query.Query;

/**
 * Whether a thing of the engine belongs to a tenant. Things of no tenant (clean-up jobs) belong to
 * nobody.
 */
class OwnThings {
  private static final Set<String> LISTS =
      Set.of(
          "process-instance",
          "activity-instance",
          "variable-instance",
          "task",
          "detail",
          "incident",
          "decision-instance",
          "identity-link-log",
          "job-log",
          "external-task-log",
          "user-operation");
  private final Map<String, BiFunction<String, String, Query<?, ?>>> queries;

  OwnThings(ProcessEngine engine) {
    RepositoryService repository = engine.getRepositoryService();
    RuntimeService runtime = engine.getRuntimeService();
    HistoryService history = engine.getHistoryService();
    queries =
        Map.ofEntries(
            Map.entry(
                "process-definition",
                (id, t) ->
                    repository
                        .createProcessDefinitionQuery()
                        .processDefinitionId(id)
                        .tenantIdIn(t)),
            Map.entry(
                "decision-definition",
                (id, t) ->
                    repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionId(id)
                        .tenantIdIn(t)),
            Map.entry(
                "deployment",
                (id, t) -> repository.createDeploymentQuery().deploymentId(id).tenantIdIn(t)),
            Map.entry(
                "process-instance",
                (id, t) ->
                    runtime.createProcessInstanceQuery().processInstanceId(id).tenantIdIn(t)),
            Map.entry(
                "execution",
                (id, t) -> runtime.createExecutionQuery().executionId(id).tenantIdIn(t)),
            Map.entry(
                "variable-instance",
                (id, t) -> runtime.createVariableInstanceQuery().variableId(id).tenantIdIn(t)),
            Map.entry(
                "incident", (id, t) -> runtime.createIncidentQuery().incidentId(id).tenantIdIn(t)),
            Map.entry(
                "task",
                (id, t) -> engine.getTaskService().createTaskQuery().taskId(id).tenantIdIn(t)),
            Map.entry(
                "external-task",
                (id, t) ->
                    engine
                        .getExternalTaskService()
                        .createExternalTaskQuery()
                        .externalTaskId(id)
                        .tenantIdIn(t)),
            Map.entry(
                "job",
                (id, t) -> engine.getManagementService().createJobQuery().jobId(id).tenantIdIn(t)),
            Map.entry(
                "job-definition",
                (id, t) ->
                    engine
                        .getManagementService()
                        .createJobDefinitionQuery()
                        .jobDefinitionId(id)
                        .tenantIdIn(t)),
            Map.entry(
                "historic-process-instance",
                (id, t) ->
                    history
                        .createHistoricProcessInstanceQuery()
                        .processInstanceId(id)
                        .tenantIdIn(t)),
            Map.entry(
                "historic-activity-instance",
                (id, t) ->
                    history
                        .createHistoricActivityInstanceQuery()
                        .activityInstanceId(id)
                        .tenantIdIn(t)),
            Map.entry(
                "historic-variable-instance",
                (id, t) ->
                    history.createHistoricVariableInstanceQuery().variableId(id).tenantIdIn(t)),
            Map.entry(
                "historic-detail",
                (id, t) -> history.createHistoricDetailQuery().detailId(id).tenantIdIn(t)),
            Map.entry(
                "historic-decision-instance",
                (id, t) ->
                    history
                        .createHistoricDecisionInstanceQuery()
                        .decisionInstanceId(id)
                        .tenantIdIn(t)),
            Map.entry(
                "job-log", (id, t) -> history.createHistoricJobLogQuery().logId(id).tenantIdIn(t)),
            Map.entry(
                "external-task-log",
                (id, t) -> history.createHistoricExternalTaskLogQuery().logId(id).tenantIdIn(t)));
  }

  /**
   * @param kind what a route has in braces
   */
  boolean has(String tenant, String kind, String id) {
    return switch (kind) {
      case "tenant" -> tenant.equals(id);
      case "history" -> LISTS.contains(id);
      default -> queries.get(kind).apply(id, tenant).count() > 0;
    };
  }
}
