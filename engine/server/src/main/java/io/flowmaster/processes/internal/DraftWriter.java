package io.flowmaster.processes.internal;

import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Ids;
import io.flowmaster.platform.InvalidValue;
import io.flowmaster.processes.DraftState;
import io.flowmaster.processes.KeyIsFixed;
import io.flowmaster.processes.KeyTaken;
import io.flowmaster.processes.NewProcess;
import io.flowmaster.processes.ProcessArchived;
import io.flowmaster.processes.ProcessChange;
import io.flowmaster.processes.ProcessCreated;
import io.flowmaster.processes.ProcessId;
import io.flowmaster.processes.ProcessIsArchived;
import io.flowmaster.processes.ProcessNotFound;
import io.flowmaster.processes.ProcessRestored;
import io.flowmaster.processes.ProcessStatus;
import io.flowmaster.processes.ProcessView;
import io.flowmaster.processes.Resource;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes and changes drafts: data, model and files together, in one transaction each. */
@Component
@Transactional
class DraftWriter {
  private final JdbcProcessStore processes;
  private final JdbcResourceStore resources;
  private final EngineProcessModels models;
  private final EngineStarts starts;
  private final DraftFiles files;
  private final DraftChanges changes;
  private final CurrentActor current;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  DraftWriter(
      JdbcProcessStore processes,
      JdbcResourceStore resources,
      EngineProcessModels models,
      EngineStarts starts,
      DraftFiles files,
      DraftChanges changes,
      CurrentActor current,
      ApplicationEventPublisher events,
      Clock clock) {
    this.processes = processes;
    this.resources = resources;
    this.models = models;
    this.starts = starts;
    this.files = files;
    this.changes = changes;
    this.current = current;
    this.events = events;
    this.clock = clock;
  }

  ProcessId create(NewProcess wanted) {
    String key = wanted.key();
    String xml = wanted.bpmnXml();
    if (xml == null) {
      key = key == null ? ProcessKeys.derive(wanted.name(), this::isTaken) : requireValid(key);
      xml = StarterDiagram.of(key, wanted.name());
    }
    Resource bpmn = files.bpmn("process.bpmn", xml);
    String found = keyOf(bpmn, key);
    Resource named = new Resource(DraftFiles.bpmnName(found), bpmn.kind(), bpmn.content());
    return create(found, wanted, List.of(named));
  }

  /** Makes a draft of files that were checked, with exactly one BPMN that has the key. */
  ProcessId create(String key, NewProcess wanted, List<Resource> bundle) {
    Actor actor = current.get();
    requireFree(BpmnOutline.of(bundle.get(0)), key, null);
    ProcessId id = new ProcessId(Ids.next());
    processes.insert(
        id,
        actor,
        new JdbcProcessStore.Draft(
            key,
            wanted.name(),
            emptyToNull(wanted.description()),
            wanted.tags(),
            wanted.folder().path(),
            JdbcResourceStore.checksum(bundle)));
    resources.replaceAll(id, actor, bundle);
    events.publishEvent(new ProcessCreated(actor.tenant(), id, key, clock.instant()));
    return id;
  }

  void change(ProcessId id, ProcessChange change, @Nullable String ifMatch) {
    ProcessView process = editable(id);
    process.revision().requireMatch(ifMatch);
    DraftState before = changes.state(id);
    String key = process.key();
    if (change.bpmnXml() != null) {
      key = replaceModel(process, change.bpmnXml());
    }
    if (change.key() != null && !change.key().equals(key)) {
      throw keyMismatch(change.key());
    }
    String description =
        change.description() == null ? process.description() : emptyToNull(change.description());
    processes.update(
        id,
        current.get(),
        new JdbcProcessStore.Draft(
            key,
            change.name() == null ? process.name() : change.name(),
            description,
            change.tags() == null ? process.tags() : change.tags(),
            change.folder() == null ? process.folder() : change.folder().path(),
            resources.checksum(id)));
    changes.since(before, id);
  }

  /** Replaces the draft's files; {@code bundle} was checked and has exactly one BPMN. */
  void replaceFiles(ProcessId id, List<Resource> bundle) {
    ProcessView process = editable(id);
    DraftState before = changes.state(id);
    String key = keyFor(process, bundle.get(0));
    resources.replaceAll(id, current.get(), bundle);
    processes.update(
        id,
        current.get(),
        new JdbcProcessStore.Draft(
            key,
            process.name(),
            process.description(),
            process.tags(),
            process.folder(),
            JdbcResourceStore.checksum(bundle)));
    changes.since(before, id);
  }

  /** Archives; the engine then starts it through no door any more, neither timer nor message. */
  void archive(ProcessId id, @Nullable String ifMatch) {
    ProcessView process = locked(id);
    if (ifMatch != null) {
      process.revision().requireMatch(ifMatch);
    }
    if (process.status() == ProcessStatus.ARCHIVED) {
      return;
    }
    Actor actor = current.get();
    starts.close(actor.tenant(), process);
    processes.setStatus(id, actor, ProcessStatus.ARCHIVED);
    events.publishEvent(
        new ProcessArchived(actor.tenant(), id, process.key(), process.status(), clock.instant()));
  }

  void restore(ProcessId id) {
    ProcessView process = locked(id);
    if (process.status() != ProcessStatus.ARCHIVED) {
      return;
    }
    Actor actor = current.get();
    starts.open(actor.tenant(), process);
    ProcessStatus status =
        process.latestVersion() == null ? ProcessStatus.DRAFT : ProcessStatus.PUBLISHED;
    processes.setStatus(id, actor, status);
    events.publishEvent(
        new ProcessRestored(actor.tenant(), id, process.key(), status, clock.instant()));
  }

  /** The process, locked, when its draft may change. */
  ProcessView editable(ProcessId id) {
    ProcessView process = locked(id);
    if (process.status() == ProcessStatus.ARCHIVED) {
      throw new ProcessIsArchived(process.key());
    }
    return process;
  }

  private ProcessView locked(ProcessId id) {
    return processes
        .lock(current.tenant(), id)
        .orElseThrow(() -> new ProcessNotFound("process " + id));
  }

  private String replaceModel(ProcessView process, String xml) {
    Resource old = resources.bpmn(process.id());
    if (old.text().equals(xml)) {
      return process.key();
    }
    Resource bpmn = files.bpmn(old.name(), xml);
    String key = keyFor(process, bpmn);
    resources.put(process.id(), current.get(), bpmn);
    return key;
  }

  private String keyFor(ProcessView process, Resource bpmn) {
    BpmnOutline outline = BpmnOutline.of(bpmn);
    String key = outline.main(process.key()).id();
    if (!key.equals(process.key()) && process.latestVersion() != null) {
      throw new KeyIsFixed(process.key());
    }
    requireFree(outline, key, process.id());
    return key;
  }

  private boolean isTaken(String key) {
    return processes.ownerOf(current.tenant(), key).isPresent() || models.knowsProcess(key);
  }

  /** Every process that would be deployed, pools included, must not be somebody else's. */
  private void requireFree(BpmnOutline outline, String key, @Nullable ProcessId self) {
    outline.processes().stream()
        .filter(process -> process.executable() || process.id().equals(key))
        .map(BpmnOutline.Process::id)
        .forEach(
            id ->
                processes
                    .ownerOf(current.tenant(), id)
                    .filter(owner -> !owner.equals(self))
                    .ifPresent(
                        owner -> {
                          throw new KeyTaken(id, owner);
                        }));
  }

  private static String keyOf(Resource bpmn, @Nullable String wanted) {
    String key = BpmnOutline.of(bpmn).main(wanted).id();
    if (wanted != null && !wanted.equals(key)) {
      throw keyMismatch(wanted);
    }
    return key;
  }

  private static String requireValid(String key) {
    if (!ProcessKeys.isValid(key)) {
      throw new InvalidValue(
          "process-key", "A key is an XML name: a letter first, then letters, digits, -, _ or .");
    }
    return key;
  }

  private static InvalidValue keyMismatch(String key) {
    return new InvalidValue(
        "process-key",
        "The model has no process with the id " + key + ". Leave key out, or change the model.");
  }

  private static @Nullable String emptyToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
