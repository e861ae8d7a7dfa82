package io.flowmaster.processes.internal;

import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.InvalidValue;
import io.flowmaster.platform.Revision;
import io.flowmaster.processes.DraftState;
import io.flowmaster.processes.FileNotFound;
import io.flowmaster.processes.ProcessFiles;
import io.flowmaster.processes.ProcessId;
import io.flowmaster.processes.ProcessNotFound;
import io.flowmaster.processes.ProcessVersion;
import io.flowmaster.processes.Resource;
import io.flowmaster.processes.ResourceKind;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The files of drafts in the database. */
@Component
@Transactional
class JdbcProcessFiles implements ProcessFiles {
  private final JdbcProcessStore processes;
  private final JdbcResourceStore resources;
  private final DraftWriter drafts;
  private final DraftChanges changes;
  private final DraftFiles files;
  private final ProcessesProperties properties;
  private final CurrentActor current;

  JdbcProcessFiles(
      JdbcProcessStore processes,
      JdbcResourceStore resources,
      DraftWriter drafts,
      DraftChanges changes,
      DraftFiles files,
      ProcessesProperties properties,
      CurrentActor current) {
    this.processes = processes;
    this.resources = resources;
    this.drafts = drafts;
    this.changes = changes;
    this.files = files;
    this.properties = properties;
    this.current = current;
  }

  @Override
  public List<ProcessVersion.File> list(ProcessId id) {
    requireProcess(id);
    return resources.list(id);
  }

  @Override
  public Stored get(ProcessId id, String name) {
    requireProcess(id);
    return resources.find(id, name).orElseThrow(() -> new FileNotFound(name));
  }

  @Override
  public Stored put(ProcessId id, String name, byte[] content, @Nullable String ifMatch) {
    ResourceKind kind = changeableKind(name);
    Resource file = files.checked(new Resource(name, kind, content));
    drafts.editable(id);
    Optional<Revision> existing = resources.revision(id, name);
    existing.ifPresent(revision -> revision.requireMatch(ifMatch));
    if (existing.isEmpty() && resources.list(id).size() > properties.maxResources()) {
      throw new InvalidValue(
          "resource-count",
          "A process has at most " + properties.maxResources() + " decisions and forms.");
    }
    DraftState before = changes.state(id);
    resources.put(id, current.get(), file);
    changed(before, id);
    return resources.find(id, name).orElseThrow(IllegalStateException::new);
  }

  @Override
  public void delete(ProcessId id, String name, @Nullable String ifMatch) {
    changeableKind(name);
    drafts.editable(id);
    Revision revision = resources.revision(id, name).orElseThrow(() -> new FileNotFound(name));
    if (ifMatch != null) {
      revision.requireMatch(ifMatch);
    }
    DraftState before = changes.state(id);
    resources.delete(id, name);
    changed(before, id);
  }

  private void changed(DraftState before, ProcessId id) {
    processes.setDraftChecksum(id, current.get(), resources.checksum(id));
    changes.since(before, id);
  }

  private static ResourceKind changeableKind(String name) {
    return ResourceKind.of(name)
        .filter(kind -> kind != ResourceKind.BPMN)
        .orElseThrow(
            () ->
                new InvalidValue(
                    "resource-kind",
                    "Only .dmn and .form files are changed here; the model changes by PUT /processes/{id}."));
  }

  private void requireProcess(ProcessId id) {
    processes.find(current.tenant(), id).orElseThrow(() -> new ProcessNotFound("process " + id));
  }
}
