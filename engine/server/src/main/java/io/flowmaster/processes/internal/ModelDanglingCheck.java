package io.flowmaster.processes.internal;

import io.flowmaster.engine.EngineDefinitions;
import io.flowmaster.engine.EngineDefinitions.Kind;
import io.flowmaster.platform.TenantId;
import io.flowmaster.processes.ModelProblem;
import io.flowmaster.processes.ModelProblem.Severity;
import io.flowmaster.processes.ModelReference;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what a bundle refers to that neither the bundle nor the tenant has. */
final class ModelDanglingCheck {
  private static final Map<ModelReference.Type, Kind> KINDS =
      Map.of(
          ModelReference.Type.PROCESS, Kind.PROCESS,
          ModelReference.Type.DECISION, Kind.DECISION,
          ModelReference.Type.FORM, Kind.FORM);
  private final EngineDefinitions engine;

  ModelDanglingCheck(EngineDefinitions engine) {
    this.engine = engine;
  }

  List<ModelProblem> check(TenantId tenant, ModelInspection own) {
    Map<ModelDocument, List<ModelReference>> references =
        own.models().stream().collect(Collectors.toMap(model -> model, ModelReferences::of));
    return KINDS.entrySet().stream()
        .flatMap(each -> check(tenant, each.getKey(), each.getValue(), references, own))
        .toList();
  }

  private Stream<ModelProblem> check(
      TenantId tenant,
      ModelReference.Type type,
      Kind kind,
      Map<ModelDocument, List<ModelReference>> references,
      ModelInspection own) {
    Set<String> wanted =
        references.values().stream()
            .flatMap(List::stream)
            .filter(reference -> reference.type() == type && !reference.dynamic())
            .map(ModelReference::ref)
            .filter(ref -> !own.keys(type).contains(ref))
            .collect(Collectors.toCollection(HashSet::new));
    if (!wanted.isEmpty()) {
      wanted.removeAll(engine.latest(tenant, kind, wanted).keySet());
    }
    return references.entrySet().stream()
        .flatMap(
            entry ->
                entry.getValue().stream()
                    .filter(each -> each.type() == type && wanted.contains(each.ref()))
                    .map(each -> problem(entry.getKey().file(), each)));
  }

  private static ModelProblem problem(String file, ModelReference reference) {
    String sort = reference.type().name().toLowerCase(java.util.Locale.ROOT);
    return new ModelProblem(
        file,
        reference.elementId(),
        reference.elementName(),
        Severity.WARNING,
        "unknown-" + sort,
        "There is no %s \"%s\" here. Publish it before executions come to this element, or correct the reference."
            .formatted(sort, reference.ref()),
        reference.line(),
        reference.column());
  }
}
