package io.flowmaster.processes.internal;

/** Work and decisions are called by their names everywhere: in the inbox, in the history. */
final class ModelLabelRule implements ModelRule {

  @Override
  public void check(ModelDocument model, ModelFindings findings) {
    model
        .nodes()
        .filter(node -> node.label() == null && !ModelDocument.eventSubprocess(node))
        .filter(
            node ->
                ModelDocument.activity(node)
                    || node.is("exclusiveGateway", "inclusiveGateway")
                        && model.outgoing(node).size() > 1)
        .forEach(
            node ->
                findings.warning(
                    node,
                    "label",
                    ModelDocument.activity(node)
                        ? "%s has no name. Say what is done, for example \"Check order\"."
                            .formatted(node.called())
                        : "%s has no name. Ask the question that it decides, for example \"Order complete?\"."
                            .formatted(node.called())));
  }
}
