package io.flowmaster.processes.internal;

import io.flowmaster.platform.TenantId;
import io.flowmaster.processes.ProcessView;
import java.util.LinkedHashSet;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/**
 * Closes and opens what starts a process: every door of the engine, start timers and start messages
 * included. Executions that run go on.
 */
@Component
class EngineStarts {
  private static final String START_TIMER = "timer-start-event";
  private final RepositoryService repository;
  private final ManagementService management;
  private final JdbcVersionStore versions;

  EngineStarts(
      RepositoryService repository, ManagementService management, JdbcVersionStore versions) {
    this.repository = repository;
    this.management = management;
    this.versions = versions;
  }

  /**
   * The engine pauses a suspended definition's asynchronous work as well, even of executions that
   * run; that is taken back for all but the start timers.
   */
  void close(TenantId tenant, ProcessView process) {
    for (String definition : definitions(tenant, process)) {
      repository.suspendProcessDefinitionById(definition);
      management.createJobDefinitionQuery().processDefinitionId(definition).list().stream()
          .filter(job -> !START_TIMER.equals(job.getJobType()))
          .map(JobDefinition::getId)
          .forEach(management::activateJobDefinitionById);
    }
  }

  void open(TenantId tenant, ProcessView process) {
    definitions(tenant, process).forEach(repository::activateProcessDefinitionById);
  }

  private Set<String> definitions(TenantId tenant, ProcessView process) {
    Set<String> ids = new LinkedHashSet<>();
    repository
        .createProcessDefinitionQuery()
        .processDefinitionKey(process.key())
        .tenantIdIn(tenant.value())
        .list()
        .forEach(definition -> ids.add(definition.getId()));
    String[] recorded = versions.definitions(process.id()).toArray(String[]::new);
    if (recorded.length > 0) {
      repository.createProcessDefinitionQuery().processDefinitionIdIn(recorded).list().stream()
          .map(ProcessDefinition::getId)
          .forEach(ids::add);
    }
    return ids;
  }
}
