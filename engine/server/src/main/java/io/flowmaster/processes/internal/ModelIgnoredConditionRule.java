package io.flowmaster.processes.internal;

/** Conditions count only after activities, exclusive and inclusive gateways. */
final class ModelIgnoredConditionRule implements ModelRule {

  @Override
  public void check(ModelDocument model, ModelFindings findings) {
    model
        .nodes("parallelGateway", "eventBasedGateway")
        .flatMap(gateway -> model.outgoing(gateway).stream())
        .filter(ModelGatewayRule::conditional)
        .forEach(
            flow ->
                findings.warning(
                    flow,
                    "ignored-condition",
                    "The condition of %s is never looked at. Remove it, or use an inclusive gateway."
                        .formatted(flow.called())));
  }
}
