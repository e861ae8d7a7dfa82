package io.flowmaster.processes.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A node that no token can come to is never executed. */
final class ModelReachableRule implements ModelRule {

  @Override
  public void check(ModelDocument model, ModelFindings findings) {
    model
        .scopes()
        .filter(scope -> scope.has("startEvent"))
        .forEach(scope -> check(model, scope, findings));
  }

  private static void check(ModelDocument model, ModelElement scope, ModelFindings findings) {
    List<ModelElement> nodes = scope.children().stream().filter(ModelDocument::node).toList();
    Set<ModelElement> reached = new HashSet<>();
    Deque<ModelElement> open =
        new ArrayDeque<>(nodes.stream().filter(ModelReachableRule::entry).toList());
    while (!open.isEmpty()) {
      ModelElement node = open.pop();
      if (reached.add(node)) {
        follow(model, node).forEach(open::push);
      }
    }
    nodes.stream()
        .filter(node -> !reached.contains(node))
        .forEach(
            node ->
                findings.warning(
                    node,
                    "reachable",
                    "%s can never be reached from a start event. Connect it or remove it."
                        .formatted(node.called())));
  }

  private static boolean entry(ModelElement node) {
    return node.is("startEvent")
        || ModelDocument.eventSubprocess(node)
        || ModelDocument.compensates(node)
        || node.is("intermediateCatchEvent") && node.has("linkEventDefinition");
  }

  private static Stream<ModelElement> follow(ModelDocument model, ModelElement node) {
    return Stream.concat(
        model.outgoing(node).stream()
            .flatMap(flow -> model.byId(flow.attribute("targetRef")).stream()),
        model.attached(node).stream());
  }
}
