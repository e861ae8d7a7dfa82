package io.flowmaster.processes.internal;

import io.flowmaster.engine.DeploymentRehearsal.Fault;
import io.flowmaster.processes.ModelProblem;
import io.flowmaster.processes.ModelProblem.Severity;
import io.flowmaster.processes.ModelReference.Type;
import io.flowmaster.processes.ResourceKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the platform itself sees in the files of a bundle, without the engine. */
final class ModelInspection {
  private final Map<String, ModelDocument> documents = new LinkedHashMap<>();
  private final Map<String, byte[]> readable = new LinkedHashMap<>();
  private final List<ModelProblem> found = new ArrayList<>();
  private final Map<Type, Set<String>> keys = new EnumMap<>(Type.class);
  private final ModelRules rules;

  private ModelInspection(ModelRules rules) {
    this.rules = rules;
  }

  static ModelInspection of(ModelBundle bundle, ModelRules rules) {
    ModelInspection inspection = new ModelInspection(rules);
    bundle.files().forEach(inspection::inspect);
    inspection.demandSomethingToRun();
    return inspection;
  }

  /** The faults that were found. */
  List<ModelProblem> found() {
    return found;
  }

  /** The BPMN files that could be read. */
  List<ModelDocument> models() {
    return List.copyOf(documents.values());
  }

  /** The files that the engine may be asked about: XML that is broken or hostile is not. */
  Map<String, byte[]> readable() {
    return readable;
  }

  /** Keys of the processes, decisions or forms in the bundle; forms also by their file names. */
  Set<String> keys(Type type) {
    return keys.getOrDefault(type, Set.of());
  }

  private void brings(Type type, @Nullable String key) {
    if (key != null) {
      keys.computeIfAbsent(type, any -> new HashSet<>()).add(key);
    }
  }

  /** The element that the engine means. */
  Optional<ModelElement> element(Fault fault) {
    ModelDocument document = fault.file() == null ? null : documents.get(fault.file());
    if (document == null) {
      return Optional.empty();
    }
    return document.byId(fault.elementId()).or(() -> document.at(fault.line(), fault.column()));
  }

  /** One executable process in the bundle suffices; without any there is nothing to publish. */
  private void demandSomethingToRun() {
    boolean runs =
        models().stream()
            .flatMap(model -> model.processes().stream())
            .anyMatch(ModelDocument::executable);
    if (!runs) {
      found.replaceAll(
          each -> each.rule().equals(ModelExecutableRule.NAME) ? each.as(Severity.ERROR) : each);
    }
  }

  private void inspect(String file, byte[] content) {
    ResourceKind kind = ResourceKind.of(file).orElse(ResourceKind.FORM);
    if (kind == ResourceKind.FORM) {
      readable.put(file, content);
      brings(Type.FORM, file);
      FormFacts.key(content).ifPresent(key -> brings(Type.FORM, key));
      return;
    }
    try {
      ModelElement root = ModelReader.read(content);
      readable.put(file, content);
      inspect(file, kind, root);
    } catch (ModelReader.Unreadable e) {
      String message = "The file is not XML that can be read: %s Correct it at line %d.";
      found.add(
          new ModelProblem(
              file,
              null,
              null,
              Severity.ERROR,
              "xml",
              message.formatted(e.getMessage(), e.line()),
              e.line(),
              e.column()));
    }
  }

  private void inspect(String file, ResourceKind kind, ModelElement root) {
    ModelFindings findings = new ModelFindings(file);
    if (kind == ResourceKind.DMN) {
      root.tree()
          .filter(element -> element.is("decision"))
          .forEach(decision -> brings(Type.DECISION, decision.id()));
      rules.checkDecision(root, findings);
    } else {
      ModelDocument document = new ModelDocument(file, root);
      documents.put(file, document);
      document.processes().forEach(process -> brings(Type.PROCESS, process.id()));
      rules.check(document, findings);
    }
    found.addAll(findings.found());
  }
}
