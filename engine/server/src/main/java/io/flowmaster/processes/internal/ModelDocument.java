package io.flowmaster.processes.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A BPMN file that was read: its elements by id, and the flows between them. */
final class ModelDocument {
  static final Set<String> TASKS =
      Set.of(
          "task",
          "userTask",
          "serviceTask",
          "sendTask",
          "receiveTask",
          "scriptTask",
          "businessRuleTask",
          "manualTask");
  static final Set<String> SUBPROCESSES = Set.of("subProcess", "transaction", "adHocSubProcess");
  static final Set<String> GATEWAYS =
      Set.of(
          "exclusiveGateway",
          "parallelGateway",
          "inclusiveGateway",
          "eventBasedGateway",
          "complexGateway");
  static final Set<String> EVENTS =
      Set.of(
          "startEvent",
          "endEvent",
          "intermediateCatchEvent",
          "intermediateThrowEvent",
          "boundaryEvent");

  private final String file;
  private final ModelElement root;
  private final Map<String, ModelElement> byId = new HashMap<>();
  private final Map<String, List<ModelElement>> outgoing = new HashMap<>();
  private final Map<String, List<ModelElement>> incoming = new HashMap<>();
  private final Map<String, List<ModelElement>> attached = new HashMap<>();

  ModelDocument(String file, ModelElement root) {
    this.file = file;
    this.root = root;
    root.tree().forEach(this::index);
  }

  private void index(ModelElement element) {
    String id = element.id();
    if (id != null) {
      byId.putIfAbsent(id, element);
    }
    if (element.is("sequenceFlow")) {
      put(outgoing, element.attribute("sourceRef"), element);
      put(incoming, element.attribute("targetRef"), element);
    } else if (element.is("boundaryEvent")) {
      put(attached, element.attribute("attachedToRef"), element);
    }
  }

  private static void put(
      Map<String, List<ModelElement>> index, @Nullable String node, ModelElement element) {
    if (node != null) {
      index.computeIfAbsent(node, key -> new ArrayList<>()).add(element);
    }
  }

  String file() {
    return file;
  }

  ModelElement root() {
    return root;
  }

  Stream<ModelElement> elements() {
    return root.tree();
  }

  Optional<ModelElement> byId(@Nullable String id) {
    return Optional.ofNullable(id == null ? null : byId.get(id));
  }

  /** What lies at a position: the innermost element there that has an id. */
  Optional<ModelElement> at(int line, int column) {
    return elements()
        .filter(element -> element.id() != null && element.holds(line, column))
        .reduce((outer, inner) -> inner);
  }

  List<ModelElement> processes() {
    return root.children("process");
  }

  /** The engine skips a process that does not say so. */
  static boolean executable(ModelElement process) {
    return "true".equalsIgnoreCase(process.attribute("isExecutable"));
  }

  /** The processes that are meant to run; all of them when none is marked so. */
  List<ModelElement> running() {
    List<ModelElement> marked = processes().stream().filter(ModelDocument::executable).toList();
    return marked.isEmpty() ? processes() : marked;
  }

  /** Processes and subprocesses, outermost first. */
  Stream<ModelElement> scopes() {
    return running().stream()
        .flatMap(ModelElement::tree)
        .filter(each -> each.is("process") || SUBPROCESSES.contains(each.name()));
  }

  /** What tokens can stand on, in all running processes. */
  Stream<ModelElement> nodes() {
    return running().stream().flatMap(ModelElement::tree).filter(ModelDocument::node);
  }

  Stream<ModelElement> nodes(String... names) {
    return nodes().filter(node -> node.is(names));
  }

  static boolean node(ModelElement element) {
    return activity(element)
        || EVENTS.contains(element.name())
        || GATEWAYS.contains(element.name());
  }

  static boolean activity(ModelElement element) {
    return TASKS.contains(element.name())
        || SUBPROCESSES.contains(element.name())
        || element.is("callActivity");
  }

  static boolean eventSubprocess(ModelElement element) {
    return element.is("subProcess") && "true".equals(element.attribute("triggeredByEvent"));
  }

  static boolean compensates(ModelElement element) {
    return "true".equals(element.attribute("isForCompensation"));
  }

  List<ModelElement> outgoing(ModelElement node) {
    return outgoing.getOrDefault(String.valueOf(node.id()), List.of());
  }

  List<ModelElement> incoming(ModelElement node) {
    return incoming.getOrDefault(String.valueOf(node.id()), List.of());
  }

  /** The boundary events on an activity. */
  List<ModelElement> attached(ModelElement activity) {
    return attached.getOrDefault(String.valueOf(activity.id()), List.of());
  }
}
