package io.flowmaster.processes.internal;

import java.util.List;

/** An exclusive or inclusive split needs a condition on every flow, and a way out if none holds. */
final class ModelGatewayRule implements ModelRule {

  @Override
  public void check(ModelDocument model, ModelFindings findings) {
    model
        .nodes("exclusiveGateway", "inclusiveGateway")
        .filter(gateway -> model.outgoing(gateway).size() > 1)
        .forEach(gateway -> split(gateway, model.outgoing(gateway), findings));
    model
        .nodes("exclusiveGateway")
        .filter(gateway -> model.outgoing(gateway).isEmpty())
        .forEach(
            gateway ->
                findings.error(
                    gateway,
                    "gateway-outgoing",
                    "%s has no outgoing sequence flow. Connect it to what comes next."
                        .formatted(gateway.called())));
    model
        .nodes("exclusiveGateway")
        .filter(
            gateway ->
                model.outgoing(gateway).size() == 1 && conditional(model.outgoing(gateway).get(0)))
        .forEach(
            gateway ->
                findings.error(
                    gateway,
                    "gateway-single-condition",
                    "The only sequence flow out of %s has a condition. Remove the condition or add another flow."
                        .formatted(gateway.called())));
  }

  private static void split(
      ModelElement gateway, List<ModelElement> flows, ModelFindings findings) {
    String standard = gateway.attribute("default");
    List<ModelElement> open =
        flows.stream().filter(flow -> !conditional(flow) && !isDefault(flow, standard)).toList();
    boolean exclusive = gateway.is("exclusiveGateway");
    if (open.isEmpty() && ModelElement.blank(standard)) {
      findings.warning(
          gateway,
          "gateway-default",
          "If no condition of %s holds, the execution fails. Mark one of its sequence flows as the default flow."
              .formatted(gateway.called()));
    }
    for (ModelElement flow : open) {
      String message =
          "The sequence flow %s out of %s has no condition. Give it one, or make it the default flow."
              .formatted(flow.called(), gateway.called());
      if (exclusive && (open.size() > 1 || !ModelElement.blank(standard))) {
        findings.error(flow, "gateway-condition", message);
      } else {
        findings.warning(flow, "gateway-condition", message);
      }
    }
    flows.stream()
        .filter(flow -> exclusive && conditional(flow) && isDefault(flow, standard))
        .forEach(
            flow ->
                findings.error(
                    flow,
                    "gateway-default-condition",
                    "The default flow %s has a condition. Remove the condition."
                        .formatted(flow.called())));
  }

  private static boolean isDefault(
      ModelElement flow, @org.jspecify.annotations.Nullable String id) {
    return flow.id() != null && flow.id().equals(id);
  }

  static boolean conditional(ModelElement flow) {
    return flow.has("conditionExpression");
  }
}
