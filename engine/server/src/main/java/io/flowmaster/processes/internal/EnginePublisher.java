package io.flowmaster.processes.internal;

import io.flowmaster.platform.AccessPolicy;
import io.flowmaster.platform.AccessPolicy.Action;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.processes.ModelProblem;
import io.flowmaster.processes.ProcessPublished;
import io.flowmaster.processes.ProcessVersion;
import io.flowmaster.processes.ProcessView;
import io.flowmaster.processes.Publication;
import io.flowmaster.processes.Resource;
import io.flowmaster.processes.UnsoundModel;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Deploys a bundle in one engine deployment and records it, in the caller's transaction. */
@Component
class EnginePublisher {
  private static final String SOURCE = "flowmaster";
  private final RepositoryService repository;
  private final JdbcProcessStore processes;
  private final JdbcVersionStore versions;
  private final AccessPolicy policy;
  private final CurrentActor current;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  EnginePublisher(
      RepositoryService repository,
      JdbcProcessStore processes,
      JdbcVersionStore versions,
      AccessPolicy policy,
      CurrentActor current,
      ApplicationEventPublisher events,
      Clock clock) {
    this.repository = repository;
    this.processes = processes;
    this.versions = versions;
    this.policy = policy;
    this.current = current;
    this.events = events;
    this.clock = clock;
  }

  /**
   * @param process locked
   * @throws UnsoundModel when the engine refuses the bundle
   */
  ProcessVersion publish(ProcessView process, List<Resource> bundle, Publication publication) {
    policy.require(
        Action.PUBLISH,
        () ->
            new AccessPolicy.Resource(
                "process",
                process.id().value(),
                Map.of("key", process.key(), "name", process.name(), "tags", process.tags())));
    DeploymentWithDefinitions deployment = deploy(process, bundle);
    List<ProcessDefinition> definitions = deployment.getDeployedProcessDefinitions();
    ProcessDefinition main = main(process, bundle, definitions);
    Actor actor = current.get();
    String checksum = JdbcResourceStore.checksum(bundle);
    ProcessVersion version =
        new ProcessVersion(
            main.getVersion(),
            process.key(),
            main.getId(),
            deployment.getId(),
            clock.instant(),
            actor.id(),
            publication.changelog(),
            publication.label(),
            checksum,
            bundle.stream().map(ProcessVersion.File::of).toList());
    versions.insert(
        actor.tenant(),
        process.id(),
        version,
        definitions.stream().map(ProcessDefinition::getId).toList());
    processes.setPublished(process.id(), actor, version.version(), checksum);
    events.publishEvent(
        new ProcessPublished(
            actor.tenant(),
            process.id(),
            process.key(),
            version.version(),
            main.getId(),
            deployment.getId(),
            publication.changelog(),
            version.publishedAt()));
    return version;
  }

  /** Whether the engine still has a version; its deployment may have been deleted there. */
  boolean isDeployed(ProcessVersion version) {
    return repository
            .createProcessDefinitionQuery()
            .processDefinitionId(version.processDefinitionId())
            .count()
        > 0;
  }

  private DeploymentWithDefinitions deploy(ProcessView process, List<Resource> bundle) {
    DeploymentBuilder deployment =
        repository
            .createDeployment()
            .name(process.name())
            .source(SOURCE)
            .tenantId(current.tenant().value());
    bundle.forEach(
        file -> deployment.addInputStream(file.name(), new ByteArrayInputStream(file.content())));
    try {
      return deployment.deployWithResult();
    } catch (ProcessEngineException e) {
      throw new UnsoundModel(EngineComplaints.of(e));
    }
  }

  private static ProcessDefinition main(
      ProcessView process, List<Resource> bundle, List<ProcessDefinition> definitions) {
    return (definitions == null ? List.<ProcessDefinition>of() : definitions)
        .stream()
            .filter(definition -> definition.getKey().equals(process.key()))
            .findFirst()
            .orElseThrow(
                () ->
                    new UnsoundModel(List.of(notExecutable(bundle.get(0).name(), process.key()))));
  }

  private static ModelProblem notExecutable(String file, String key) {
    return new ModelProblem(
        file,
        key,
        null,
        ModelProblem.Severity.ERROR,
        "process-not-executable",
        "The process cannot be started. Set its property Executable.",
        null,
        null);
  }
}
