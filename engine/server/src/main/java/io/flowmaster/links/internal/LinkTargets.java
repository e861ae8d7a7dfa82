package io.flowmaster.links.internal;

import io.flowmaster.engine.EngineDefinitions;
import io.flowmaster.engine.EngineDefinitions.Definition;
import io.flowmaster.links.Link.Target;
import io.flowmaster.links.internal.JdbcReferenceIndex.Receiver;
import io.flowmaster.platform.TenantId;
import io.flowmaster.processes.ModelReference;
import io.flowmaster.processes.ModelReference.Direction;
import io.flowmaster.processes.ModelReference.Type;
import io.flowmaster.processes.ProcessReferences.Bundle;
import io.flowmaster.processes.PublishedProcess;
import io.flowmaster.processes.PublishedProcesses;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks up the other ends of links: one query for each sort, however many links there are. */
@Component
class LinkTargets {
  private static final Map<Type, EngineDefinitions.Kind> KINDS =
      Map.of(
          Type.PROCESS, EngineDefinitions.Kind.PROCESS,
          Type.DECISION, EngineDefinitions.Kind.DECISION,
          Type.FORM, EngineDefinitions.Kind.FORM);
  private final EngineDefinitions engine;
  private final PublishedProcesses processes;
  private final JdbcReferenceIndex index;

  LinkTargets(EngineDefinitions engine, PublishedProcesses processes, JdbcReferenceIndex index) {
    this.engine = engine;
    this.processes = processes;
    this.index = index;
  }

  Known find(TenantId tenant, List<ModelReference> references) {
    Map<Type, Map<String, Definition>> definitions = new EnumMap<>(Type.class);
    KINDS.forEach(
        (type, kind) -> {
          Set<String> keys = sent(references, type);
          definitions.put(type, keys.isEmpty() ? Map.of() : engine.latest(tenant, kind, keys));
        });
    Map<Type, Map<String, Receiver>> receivers = new EnumMap<>(Type.class);
    for (Type type : List.of(Type.MESSAGE, Type.SIGNAL)) {
      receivers.put(type, index.receivers(tenant, type, sent(references, type)));
    }
    return new Known(definitions, receivers, catalogued(tenant, definitions, receivers));
  }

  private static Set<String> sent(List<ModelReference> references, Type type) {
    return references.stream()
        .filter(each -> each.type() == type && !each.dynamic())
        .filter(each -> each.direction() == Direction.OUT)
        .map(ModelReference::ref)
        .collect(Collectors.toSet());
  }

  /** The published processes behind called and receiving processes, by key. */
  private Map<String, PublishedProcess> catalogued(
      TenantId tenant,
      Map<Type, Map<String, Definition>> definitions,
      Map<Type, Map<String, Receiver>> receivers) {
    Set<String> keys =
        receivers.values().stream()
            .flatMap(each -> each.values().stream())
            .map(Receiver::key)
            .collect(Collectors.toCollection(HashSet::new));
    Set<String> ids = new HashSet<>();
    definitions.getOrDefault(Type.PROCESS, Map.of()).values().forEach(each -> ids.add(each.id()));
    if (!keys.isEmpty()) {
      engine
          .latest(tenant, EngineDefinitions.Kind.PROCESS, keys)
          .values()
          .forEach(each -> ids.add(each.id()));
    }
    return ids.isEmpty()
        ? Map.of()
        : processes.byDefinitions(ids).values().stream()
            .collect(Collectors.toMap(PublishedProcess::key, each -> each, (one, other) -> one));
  }

  /** What was found. */
  record Known(
      Map<Type, Map<String, Definition>> definitions,
      Map<Type, Map<String, Receiver>> receivers,
      Map<String, PublishedProcess> catalogued) {

    @Nullable Target target(ModelReference reference, Bundle bundle) {
      if (reference.dynamic() || reference.direction() == Direction.IN) {
        return null;
      }
      Receiver receiver = receivers.getOrDefault(reference.type(), Map.of()).get(reference.ref());
      if (receiver != null) {
        PublishedProcess process = catalogued.get(receiver.key());
        return new Target(
            Target.Kind.PROCESS,
            receiver.process().value(),
            receiver.key(),
            process == null ? receiver.key() : process.name(),
            receiver.version());
      }
      return KINDS.containsKey(reference.type()) ? defined(reference, bundle) : null;
    }

    private @Nullable Target defined(ModelReference reference, Bundle bundle) {
      Target.Kind kind = Target.Kind.valueOf(reference.type().name());
      Definition found = definitions.getOrDefault(reference.type(), Map.of()).get(reference.ref());
      if (found != null && (bundle.brings(reference) || !LinkReasons.bound(reference))) {
        PublishedProcess process = catalogued.get(found.key());
        String id = kind == Target.Kind.PROCESS ? catalogueId(process) : found.id();
        return new Target(kind, id, found.key(), found.name(), found.version());
      }
      return bundle.brings(reference)
          ? new Target(kind, null, reference.ref(), reference.ref(), null)
          : null;
    }

    private static @Nullable String catalogueId(@Nullable PublishedProcess process) {
      return process == null || process.processId() == null ? null : process.processId().value();
    }
  }
}
