package io.flowmaster.processes.internal;

import io.flowmaster.platform.CurrentActor;
import io.flowmaster.processes.ProcessCatalog;
import io.flowmaster.processes.ProcessId;
import io.flowmaster.processes.ProcessNotFound;
import io.flowmaster.processes.ProcessVersion;
import io.flowmaster.processes.ProcessVersions;
import io.flowmaster.processes.ProcessView;
import io.flowmaster.processes.Publication;
import io.flowmaster.processes.Resource;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Versions in the database, their files in the engine. */
@Component
class JdbcProcessVersions implements ProcessVersions {
  private final JdbcProcessStore processes;
  private final JdbcVersionStore versions;
  private final EngineProcessModels models;
  private final JdbcProcessCatalog catalog;
  private final DraftWriter drafts;
  private final CurrentActor current;
  private final TransactionTemplate transaction;

  JdbcProcessVersions(
      JdbcProcessStore processes,
      JdbcVersionStore versions,
      EngineProcessModels models,
      JdbcProcessCatalog catalog,
      DraftWriter drafts,
      CurrentActor current,
      TransactionTemplate transaction) {
    this.processes = processes;
    this.versions = versions;
    this.models = models;
    this.catalog = catalog;
    this.drafts = drafts;
    this.current = current;
    this.transaction = transaction;
  }

  @Override
  public List<ProcessVersion> below(ProcessId id, int below, int limit) {
    requireProcess(id);
    return versions.below(current.tenant(), id, below, limit);
  }

  @Override
  public long count(ProcessId id) {
    return versions.count(current.tenant(), id);
  }

  @Override
  public ProcessVersion get(ProcessId id, int version) {
    return versions
        .find(current.tenant(), id, version)
        .orElseThrow(() -> new ProcessNotFound("version " + version + " of process " + id));
  }

  @Override
  public RolledBack rollback(ProcessId id, int version, Publication publication) {
    List<Resource> files = models.published(id, version);
    catalog.requireSound(files);
    return transaction.execute(
        status -> {
          ProcessView before = drafts.editable(id);
          drafts.replaceFiles(id, files);
          ProcessCatalog.Published published = catalog.publishLocked(id, files, publication);
          return new RolledBack(
              published.version(), published.isNew(), before.unpublishedChanges());
        });
  }

  private void requireProcess(ProcessId id) {
    processes.find(current.tenant(), id).orElseThrow(() -> new ProcessNotFound("process " + id));
  }
}
