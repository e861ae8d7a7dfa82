package io.flowmaster.processes.internal;

import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.TenantId;
import io.flowmaster.processes.ProcessId;
import io.flowmaster.processes.ProcessIsArchived;
import io.flowmaster.processes.ProcessNotFound;
import io.flowmaster.processes.ProcessStatus;
import io.flowmaster.processes.ProcessView;
import io.flowmaster.processes.PublishedProcess;
import io.flowmaster.processes.PublishedProcesses;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinitionQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The engine says which definitions there are, the catalogue whose they are. */
@Component
class EnginePublishedProcesses implements PublishedProcesses {
  private final RepositoryService repository;
  private final JdbcProcessStore processes;
  private final JdbcVersionStore versions;
  private final CurrentActor current;

  EnginePublishedProcesses(
      RepositoryService repository,
      JdbcProcessStore processes,
      JdbcVersionStore versions,
      CurrentActor current) {
    this.repository = repository;
    this.processes = processes;
    this.versions = versions;
    this.current = current;
  }

  @Override
  public PublishedProcess byId(ProcessId id, @Nullable Integer version) {
    ProcessView process = startable(id);
    Integer wanted = version == null ? process.latestVersion() : version;
    if (wanted == null) {
      throw new ProcessNotFound("published version of the process " + process.key());
    }
    ProcessDefinition definition =
        versions
            .find(current.tenant(), id, wanted)
            .map(v -> definitions().processDefinitionId(v.processDefinitionId()).singleResult())
            .orElseThrow(
                () -> new ProcessNotFound("version " + wanted + " of process " + process.key()));
    return published(definition, id);
  }

  @Override
  public PublishedProcess byKey(String key, @Nullable Integer version) {
    ProcessDefinitionQuery query = definitions().processDefinitionKey(key);
    ProcessDefinition definition =
        (version == null ? query.latestVersion() : query.processDefinitionVersion(version))
            .singleResult();
    if (definition == null) {
      throw new ProcessNotFound(
          (version == null ? "published process " : "version " + version + " of process ") + key);
    }
    ProcessId owner = owners(List.of(definition.getId())).get(definition.getId());
    if (owner != null) {
      startable(owner);
    }
    return published(definition, owner);
  }

  @Override
  public String keyOf(ProcessId id) {
    return find(id).key();
  }

  @Override
  public Map<String, PublishedProcess> byDefinitions(Collection<String> processDefinitionIds) {
    Map<String, PublishedProcess> found = new HashMap<>();
    if (processDefinitionIds.isEmpty()) {
      return found;
    }
    Map<String, ProcessId> owners = owners(processDefinitionIds);
    definitions()
        .processDefinitionIdIn(processDefinitionIds.toArray(String[]::new))
        .list()
        .forEach(d -> found.put(d.getId(), published(d, owners.get(d.getId()))));
    return found;
  }

  private ProcessView startable(ProcessId id) {
    ProcessView process = find(id);
    if (process.status() == ProcessStatus.ARCHIVED) {
      throw new ProcessIsArchived(process.key());
    }
    return process;
  }

  private ProcessView find(ProcessId id) {
    return processes.find(tenant(), id).orElseThrow(() -> new ProcessNotFound("process " + id));
  }

  private Map<String, ProcessId> owners(Collection<String> definitions) {
    return versions.owners(tenant(), definitions);
  }

  private ProcessDefinitionQuery definitions() {
    return repository.createProcessDefinitionQuery().tenantIdIn(tenant().value());
  }

  private TenantId tenant() {
    return current.tenant();
  }

  private static PublishedProcess published(
      ProcessDefinition definition, @Nullable ProcessId owner) {
    String name = definition.getName();
    return new PublishedProcess(
        owner,
        definition.getKey(),
        name == null || name.isBlank() ? definition.getKey() : name,
        definition.getVersion(),
        definition.getId(),
        definition.getDeploymentId());
  }
}
