package io.flowmaster.processes.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.TenantId;
import io.flowmaster.processes.ProcessId;
import io.flowmaster.processes.ProcessIsArchived;
import io.flowmaster.processes.ProcessNotFound;
import io.flowmaster.processes.ProcessStatus;
import io.flowmaster.processes.ProcessView;
import io.flowmaster.processes.PublishedProcess;
import io.flowmaster.processes.PublishedProcesses;
import io.flowmaster.processes.internal.JdbcStartable.Startable;
import java.util.ArrayList;
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
  private static final int MOST_KEPT = 10_000;

  private record Definition(TenantId tenant, String id) {}

  private final RepositoryService repository;
  private final JdbcProcessStore processes;
  private final JdbcVersionStore versions;
  private final JdbcStartable startable;
  private final CurrentActor current;
  private final Cache<Definition, PublishedProcess> catalogued =
      Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

  EnginePublishedProcesses(
      RepositoryService repository,
      JdbcProcessStore processes,
      JdbcVersionStore versions,
      JdbcStartable startable,
      CurrentActor current) {
    this.repository = repository;
    this.processes = processes;
    this.versions = versions;
    this.startable = startable;
    this.current = current;
  }

  @Override
  public PublishedProcess byId(ProcessId id, @Nullable Integer version) {
    Startable found =
        startable
            .byId(tenant(), id, version)
            .orElseThrow(() -> new ProcessNotFound("process " + id));
    String key = String.valueOf(found.catalogued());
    if (found.status() == ProcessStatus.ARCHIVED) {
      throw new ProcessIsArchived(key);
    }
    if (found.process() == null) {
      throw new ProcessNotFound(
          version == null && found.latest() == null
              ? "published version of the process " + key
              : "version " + (version == null ? found.latest() : version) + " of process " + key);
    }
    return found.process();
  }

  @Override
  public PublishedProcess byKey(String key, @Nullable Integer version) {
    Startable found = startable.byKey(tenant(), key, version).orElse(null);
    if (found == null || found.process() == null) {
      throw new ProcessNotFound(
          (version == null ? "published process " : "version " + version + " of process ") + key);
    }
    if (found.status() == ProcessStatus.ARCHIVED) {
      throw new ProcessIsArchived(String.valueOf(found.catalogued()));
    }
    return found.process();
  }

  @Override
  public String keyOf(ProcessId id) {
    return find(id).key();
  }

  @Override
  public Map<String, PublishedProcess> byDefinitions(Collection<String> processDefinitionIds) {
    Map<String, PublishedProcess> found = new HashMap<>();
    List<String> unknown = new ArrayList<>();
    for (String id : processDefinitionIds) {
      PublishedProcess known = catalogued.getIfPresent(new Definition(tenant(), id));
      if (known == null) {
        unknown.add(id);
      } else {
        found.put(id, known);
      }
    }
    if (!unknown.isEmpty()) {
      read(unknown).forEach(process -> found.put(process.processDefinitionId(), process));
    }
    return found;
  }

  /** What the catalogue published never changes; what came by another door may yet be adopted. */
  private List<PublishedProcess> read(List<String> ids) {
    Map<String, ProcessId> owners = owners(ids);
    List<PublishedProcess> read =
        definitions().processDefinitionIdIn(ids.toArray(String[]::new)).list().stream()
            .map(definition -> published(definition, owners.get(definition.getId())))
            .toList();
    read.stream()
        .filter(process -> process.processId() != null)
        .forEach(
            process ->
                catalogued.put(new Definition(tenant(), process.processDefinitionId()), process));
    return read;
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
