package io.flowmaster.processes.internal;

import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.InvalidValue;
import io.flowmaster.processes.Folder;
import io.flowmaster.processes.KeyTaken;
import io.flowmaster.processes.NewProcess;
import io.flowmaster.processes.ProcessCatalog;
import io.flowmaster.processes.ProcessExchange;
import io.flowmaster.processes.ProcessId;
import io.flowmaster.processes.ProcessView;
import io.flowmaster.processes.Resource;
import io.flowmaster.processes.ResourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** BPMN files and zips. */
@Component
class FileProcessExchange implements ProcessExchange {
  private static final int LONGEST_NAME = 255;
  private final ProcessCatalog catalog;
  private final DraftWriter drafts;
  private final DraftFiles checks;
  private final JdbcProcessStore processes;
  private final JdbcResourceStore resources;
  private final EngineProcessModels models;
  private final ProcessesProperties properties;
  private final CurrentActor current;
  private final TransactionTemplate transaction;

  FileProcessExchange(
      ProcessCatalog catalog,
      DraftWriter drafts,
      DraftFiles checks,
      JdbcProcessStore processes,
      JdbcResourceStore resources,
      EngineProcessModels models,
      ProcessesProperties properties,
      CurrentActor current,
      TransactionTemplate transaction) {
    this.catalog = catalog;
    this.drafts = drafts;
    this.checks = checks;
    this.processes = processes;
    this.resources = resources;
    this.models = models;
    this.properties = properties;
    this.current = current;
    this.transaction = transaction;
  }

  @Override
  public Imported importFile(String filename, byte[] content, boolean mayUpdate) {
    boolean zip = ZipBundle.isZip(content);
    ZipBundle bundle =
        zip
            ? ZipBundle.read(content, largestBundle())
            : new ZipBundle(List.of(single(filename, content)), List.of());
    List<Resource> files = bundleOf(bundle.files());
    BpmnOutline.Process main = BpmnOutline.of(files.get(0)).main(null);
    return transaction.execute(
        status -> {
          Optional<ProcessId> owner = processes.ownerOf(current.tenant(), main.id());
          owner.ifPresent(id -> update(id, main.id(), files, zip, mayUpdate));
          ProcessId id = owner.orElseGet(() -> create(main, files));
          List<String> names = resources.list(id).stream().map(file -> file.name()).toList();
          return new Imported(catalog.get(id), owner.isEmpty(), names, bundle.ignored());
        });
  }

  @Override
  public Exported export(ProcessId id, @Nullable Integer version, @Nullable Format format) {
    ProcessView process = catalog.get(id);
    boolean published = version != null || !JdbcProcessCatalog.designs(current.get());
    List<Resource> files = published ? models.published(id, version) : models.draft(id);
    Format chosen = format != null ? format : files.size() > 1 ? Format.ZIP : Format.BPMN;
    if (chosen == Format.ZIP) {
      return new Exported(process.key() + ".zip", chosen, ZipBundle.write(files));
    }
    Resource bpmn = files.get(0);
    String name = bpmn.name().substring(bpmn.name().lastIndexOf('/') + 1);
    return new Exported(name, chosen, bpmn.content());
  }

  private ProcessId create(BpmnOutline.Process main, List<Resource> files) {
    return drafts.create(
        main.id(), new NewProcess(nameOf(main), null, null, null, List.of(), Folder.TOP), files);
  }

  private void update(
      ProcessId id, String key, List<Resource> files, boolean all, boolean mayUpdate) {
    if (!mayUpdate) {
      throw new KeyTaken(key, id);
    }
    drafts.editable(id);
    List<Resource> wanted = files;
    if (!all) {
      Resource old = resources.bpmn(id);
      wanted = new ArrayList<>(resources.bundle(id));
      wanted.set(0, new Resource(old.name(), old.kind(), files.get(0).content()));
    }
    drafts.replaceFiles(id, wanted);
  }

  private Resource single(String filename, byte[] content) {
    Resource file = new Resource("model.bpmn", ResourceKind.BPMN, content);
    Optional<ResourceKind> kind = ResourceKind.of(filename);
    if (kind.isPresent() && kind.get() != ResourceKind.BPMN) {
      throw new InvalidValue(
          "import", "Import a BPMN file, or a zip that has one with its decisions and forms.");
    }
    checks.checked(file);
    if (kind.isPresent() && DraftFiles.isSafeName(filename)) {
      return new Resource(filename, file.kind(), content);
    }
    String key = BpmnOutline.of(file).main(null).id();
    return new Resource(DraftFiles.bpmnName(key), file.kind(), content);
  }

  /** Exactly one BPMN, first, and not too many others; each of them readable. */
  private List<Resource> bundleOf(List<Resource> files) {
    List<Resource> models =
        files.stream().filter(file -> file.kind() == ResourceKind.BPMN).toList();
    if (models.size() != 1) {
      throw new InvalidValue(
          "import",
          "The zip has "
              + models.size()
              + " BPMN files; it needs exactly one. Pack each process with its own decisions and forms.");
    }
    if (files.size() - 1 > properties.maxResources()) {
      throw new InvalidValue(
          "resource-count",
          "A process has at most " + properties.maxResources() + " decisions and forms.");
    }
    files.forEach(checks::checked);
    List<Resource> ordered = new ArrayList<>(models);
    files.stream().filter(file -> file.kind() != ResourceKind.BPMN).forEach(ordered::add);
    return ordered;
  }

  private long largestBundle() {
    return 2 * properties.maxModelSize().toBytes() + 10 * properties.maxResourceSize().toBytes();
  }

  private static String nameOf(BpmnOutline.Process process) {
    String name = process.name() == null ? "" : process.name();
    String plain = name.replaceAll("\\p{Cntrl}+", " ").strip();
    if (plain.isEmpty()) {
      return process.id();
    }
    return plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
  }
}
