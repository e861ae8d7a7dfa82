package io.flowmaster.processes.internal;

import java.util.Set;
import java.util.stream.Collectors;

/** What has no shape in the diagram runs, but nobody sees it. */
final class ModelDiagramRule implements ModelRule {

  @Override
  public void check(ModelDocument model, ModelFindings findings) {
    Set<String> drawn =
        model
            .elements()
            .filter(element -> element.is("BPMNShape"))
            .flatMap(shape -> java.util.stream.Stream.ofNullable(shape.attribute("bpmnElement")))
            .collect(Collectors.toSet());
    if (drawn.isEmpty()) {
      findings.warning(
          model.processes().stream().findFirst().orElse(model.root()),
          "diagram",
          "The model has no diagram, so it cannot be shown. Draw it, or have it laid out.");
      return;
    }
    model
        .nodes()
        .filter(node -> node.id() != null && !drawn.contains(node.id()))
        .forEach(
            node ->
                findings.warning(
                    node,
                    "diagram-shape",
                    "%s is not drawn in the diagram. Add its shape, or remove the element."
                        .formatted(node.called())));
  }
}
