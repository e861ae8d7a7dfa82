package io.flowmaster.processes.internal;

/** Several unconditional flows out of an activity run in parallel, which few readers expect. */
final class ModelImplicitSplitRule implements ModelRule {

  @Override
  public void check(ModelDocument model, ModelFindings findings) {
    model
        .nodes()
        .filter(node -> !ModelDocument.GATEWAYS.contains(node.name()))
        .filter(
            node ->
                model.outgoing(node).stream()
                        .filter(flow -> !ModelGatewayRule.conditional(flow))
                        .filter(
                            flow ->
                                flow.id() == null || !flow.id().equals(node.attribute("default")))
                        .count()
                    > 1)
        .forEach(
            node ->
                findings.warning(
                    node,
                    "implicit-split",
                    "All flows out of %s are taken at once. Say so with a parallel gateway."
                        .formatted(node.called())));
  }
}
