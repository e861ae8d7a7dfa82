package io.flowmaster.processes.internal;

import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Revision.StaleRevision;
import io.flowmaster.platform.Roles;
import io.flowmaster.processes.ModelProblem;
import io.flowmaster.processes.NewProcess;
import io.flowmaster.processes.ProcessCatalog;
import io.flowmaster.processes.ProcessChange;
import io.flowmaster.processes.ProcessFolder;
import io.flowmaster.processes.ProcessId;
import io.flowmaster.processes.ProcessIsArchived;
import io.flowmaster.processes.ProcessNotFound;
import io.flowmaster.processes.ProcessSearch;
import io.flowmaster.processes.ProcessStatus;
import io.flowmaster.processes.ProcessVersion;
import io.flowmaster.processes.ProcessView;
import io.flowmaster.processes.Publication;
import io.flowmaster.processes.Resource;
import io.flowmaster.processes.UnsoundModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The catalogue in the database. */
@Component
class JdbcProcessCatalog implements ProcessCatalog {
  private final JdbcProcessStore processes;
  private final JdbcProcessSearch list;
  private final JdbcResourceStore resources;
  private final JdbcVersionStore versions;
  private final EngineProcessModels models;
  private final DraftWriter drafts;
  private final EnginePublisher publisher;
  private final ObjectProvider<ModelValidator> validator;
  private final CurrentActor current;
  private final TransactionTemplate transaction;

  JdbcProcessCatalog(
      JdbcProcessStore processes,
      JdbcProcessSearch list,
      JdbcResourceStore resources,
      JdbcVersionStore versions,
      EngineProcessModels models,
      DraftWriter drafts,
      EnginePublisher publisher,
      ObjectProvider<ModelValidator> validator,
      CurrentActor current,
      TransactionTemplate transaction) {
    this.processes = processes;
    this.list = list;
    this.resources = resources;
    this.versions = versions;
    this.models = models;
    this.drafts = drafts;
    this.publisher = publisher;
    this.validator = validator;
    this.current = current;
    this.transaction = transaction;
  }

  @Override
  public ProcessView create(NewProcess process) {
    return get(drafts.create(process));
  }

  @Override
  public ProcessView get(ProcessId id) {
    ProcessView process = find(id);
    if (designs(current.get())) {
      return process.withModel(resources.bpmn(id).text());
    }
    if (process.latestVersion() == null) {
      throw new ProcessNotFound("process " + id);
    }
    return process.withModel(models.published(id, null).get(0).text());
  }

  @Override
  public Page<ProcessView> search(ProcessSearch search, PageQuery page) {
    ProcessSearch visible =
        designs(current.get())
            ? search
            : new ProcessSearch(
                search.q(), search.tag(), search.folder(), ProcessStatus.PUBLISHED, search.sort());
    return list.page(current.tenant(), visible, page);
  }

  @Override
  public Page<ProcessFolder> folders(@Nullable ProcessStatus status, PageQuery page) {
    return list.folders(current.tenant(), status, page);
  }

  @Override
  public ProcessView change(ProcessId id, ProcessChange change, @Nullable String ifMatch) {
    drafts.change(id, change, ifMatch);
    return get(id);
  }

  @Override
  public void archive(ProcessId id, @Nullable String ifMatch) {
    drafts.archive(id, ifMatch);
  }

  @Override
  public ProcessView restore(ProcessId id) {
    drafts.restore(id);
    return get(id);
  }

  @Override
  public List<ModelProblem> validate(ProcessId id) {
    find(id);
    return check(resources.bundle(id));
  }

  @Override
  public Published publish(ProcessId id, Publication publication) {
    ProcessView process = find(id);
    if (process.status() == ProcessStatus.ARCHIVED) {
      throw new ProcessIsArchived(process.key());
    }
    List<Resource> bundle = resources.bundle(id);
    if (publishedSame(process).isEmpty()) {
      requireSound(bundle);
    }
    return transaction.execute(status -> publishLocked(id, bundle, publication));
  }

  /**
   * Publishes within the caller's transaction.
   *
   * @param checked what was found sound before the process was locked; the draft may have changed
   *     since
   */
  Published publishLocked(ProcessId id, List<Resource> checked, Publication publication) {
    ProcessView process = drafts.editable(id);
    if (!processes.draftChecksum(id).equals(JdbcResourceStore.checksum(checked))) {
      throw new StaleRevision(process.revision());
    }
    Optional<ProcessVersion> same = publishedSame(process);
    if (same.isPresent()) {
      return new Published(same.get(), false, process);
    }
    ProcessVersion version = publisher.publish(process, checked, publication);
    return new Published(version, true, find(id));
  }

  /** The latest version when it holds what the draft holds and the engine still has it. */
  private Optional<ProcessVersion> publishedSame(ProcessView process) {
    Integer latest = process.latestVersion();
    return latest == null || process.unpublishedChanges()
        ? Optional.empty()
        : versions.find(current.tenant(), process.id(), latest).filter(publisher::isDeployed);
  }

  /** Rehearses the deployment, so it must not run in a transaction that has deployed. */
  void requireSound(List<Resource> bundle) {
    List<ModelProblem> problems = check(bundle);
    if (problems.stream().anyMatch(ModelProblem::fatal)) {
      throw new UnsoundModel(problems);
    }
  }

  private List<ModelProblem> check(List<Resource> bundle) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    bundle.forEach(file -> files.put(file.name(), file.content()));
    ModelValidator found = validator.getIfAvailable();
    return found == null ? List.of() : found.check(new ModelBundle(files));
  }

  private ProcessView find(ProcessId id) {
    return processes
        .find(current.tenant(), id)
        .orElseThrow(() -> new ProcessNotFound("process " + id));
  }

  static boolean designs(Actor actor) {
    return actor.hasAny(Roles.DESIGNER, Roles.ADMIN, Roles.DEVELOPER);
  }
}
