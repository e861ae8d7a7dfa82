package io.flowmaster.processes.internal;

import io.flowmaster.platform.CurrentActor;
import io.flowmaster.processes.ProcessId;
import io.flowmaster.processes.ProcessModels;
import io.flowmaster.processes.ProcessNotFound;
import io.flowmaster.processes.ProcessVersion;
import io.flowmaster.processes.ProcessView;
import io.flowmaster.processes.Resource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.exception.DeploymentResourceNotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Drafts from the catalogue, published files from the engine's deployments. */
@Component
class EngineProcessModels implements ProcessModels {
  private final RepositoryService repository;
  private final JdbcProcessStore processes;
  private final JdbcResourceStore resources;
  private final JdbcVersionStore versions;
  private final JdbcClient jdbc;
  private final CurrentActor current;

  EngineProcessModels(
      RepositoryService repository,
      JdbcProcessStore processes,
      JdbcResourceStore resources,
      JdbcVersionStore versions,
      JdbcClient jdbc,
      CurrentActor current) {
    this.repository = repository;
    this.processes = processes;
    this.resources = resources;
    this.versions = versions;
    this.jdbc = jdbc;
    this.current = current;
  }

  @Override
  public List<Resource> draft(ProcessId id) {
    return resources.bundle(process(id).id());
  }

  @Override
  public List<Resource> published(ProcessId id, @Nullable Integer version) {
    Integer wanted = version == null ? process(id).latestVersion() : version;
    if (wanted == null) {
      throw new ProcessNotFound("published version of process " + id);
    }
    ProcessVersion found =
        versions
            .find(current.tenant(), id, wanted)
            .orElseThrow(() -> new ProcessNotFound("version " + wanted + " of process " + id));
    return found.resources().stream().map(file -> read(found, file)).toList();
  }

  @Override
  public boolean knowsProcess(String key) {
    return repository
            .createProcessDefinitionQuery()
            .processDefinitionKey(key)
            .tenantIdIn(current.tenant().value())
            .count()
        > 0;
  }

  @Override
  public boolean knowsDecision(String key) {
    return repository
            .createDecisionDefinitionQuery()
            .decisionDefinitionKey(key)
            .tenantIdIn(current.tenant().value())
            .count()
        > 0;
  }

  /** The engine publishes no query for forms; its table is documented. */
  @Override
  public boolean knowsForm(String key) {
    return jdbc.sql(
                "select count(*) from ACT_RE_CAMFORMDEF where KEY_ = :key and TENANT_ID_ = :tenant")
            .param("key", key)
            .param("tenant", current.tenant().value())
            .query(Long.class)
            .single()
        > 0;
  }

  private ProcessView process(ProcessId id) {
    return processes
        .find(current.tenant(), id)
        .orElseThrow(() -> new ProcessNotFound("process " + id));
  }

  private Resource read(ProcessVersion version, ProcessVersion.File file) {
    try (InputStream content =
        repository.getResourceAsStream(version.deploymentId(), file.name())) {
      return new Resource(file.name(), file.kind(), content.readAllBytes());
    } catch (DeploymentResourceNotFoundException e) {
      throw new ProcessNotFound(
          "content of version "
              + version.version()
              + " (its deployment was deleted in the engine)");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
