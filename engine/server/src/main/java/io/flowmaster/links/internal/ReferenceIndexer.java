package io.flowmaster.links.internal;

import io.flowmaster.processes.ProcessArchived;
import io.flowmaster.processes.ProcessCatalog;
import io.flowmaster.processes.ProcessPublished;
import io.flowmaster.processes.ProcessReferences;
import io.flowmaster.processes.ProcessRestored;
import io.flowmaster.processes.ProcessView;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the index right, in the transaction that publishes, archives or restores. */
@Component
class ReferenceIndexer {
  private final JdbcReferenceIndex index;
  private final ProcessReferences references;
  private final ProcessCatalog catalog;

  ReferenceIndexer(JdbcReferenceIndex index, ProcessReferences references, ProcessCatalog catalog) {
    this.index = index;
    this.references = references;
    this.catalog = catalog;
  }

  @EventListener
  void published(ProcessPublished event) {
    index.replace(
        event.tenant(),
        event.process(),
        event.key(),
        event.version(),
        references.published(event.process(), event.version()).references());
  }

  @EventListener
  void archived(ProcessArchived event) {
    index.forget(event.tenant(), event.process());
  }

  @EventListener
  void restored(ProcessRestored event) {
    ProcessView process = catalog.get(event.process());
    Integer latest = process.latestVersion();
    if (latest != null) {
      index.replace(
          event.tenant(),
          event.process(),
          event.key(),
          latest,
          references.published(event.process(), latest).references());
    }
  }
}
