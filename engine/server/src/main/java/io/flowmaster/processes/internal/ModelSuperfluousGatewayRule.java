package io.flowmaster.processes.internal;

/** A gateway that neither splits nor joins, or does both at once, misleads the reader. */
final class ModelSuperfluousGatewayRule implements ModelRule {

  @Override
  public void check(ModelDocument model, ModelFindings findings) {
    model
        .nodes("exclusiveGateway", "parallelGateway", "inclusiveGateway")
        .forEach(
            gateway -> {
              int in = model.incoming(gateway).size();
              int out = model.outgoing(gateway).size();
              if (in == 1 && out == 1) {
                findings.warning(
                    gateway,
                    "superfluous-gateway",
                    "%s neither splits nor joins. Remove it.".formatted(gateway.called()));
              } else if (in > 1 && out > 1) {
                findings.warning(
                    gateway,
                    "gateway-join-fork",
                    "%s joins and splits at once. Use two gateways.".formatted(gateway.called()));
              }
            });
  }
}
