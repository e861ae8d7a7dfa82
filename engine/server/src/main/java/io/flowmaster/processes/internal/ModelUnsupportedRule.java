package io.flowmaster.processes.internal;

/** What BPMN can draw and this engine does not execute. */
final class ModelUnsupportedRule implements ModelRule {

  @Override
  public void check(ModelDocument model, ModelFindings findings) {
    model
        .nodes("complexGateway", "adHocSubProcess")
        .forEach(
            node ->
                findings.warning(
                    node,
                    "unsupported-element",
                    "The engine does not execute %s, a %s. Use another element."
                        .formatted(node.called(), node.name())));
    model
        .nodes()
        .filter(node -> node.has("standardLoopCharacteristics"))
        .forEach(
            node ->
                findings.warning(
                    node,
                    "unsupported-loop",
                    "The loop marker of %s is ignored: it runs once. Draw the loop with a gateway, or use multi-instance."
                        .formatted(node.called())));
  }
}
