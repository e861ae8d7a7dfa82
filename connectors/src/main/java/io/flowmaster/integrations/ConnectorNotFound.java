package io.flowmaster.integrations;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** There is no such connector. */
public final class ConnectorNotFound extends Problem {
  public ConnectorNotFound(String connector) {
    super(
        ProblemKind.NOT_FOUND,
        "connector-not-found",
        "There is no connector " + connector + ". GET /integrations/connectors lists them.");
  }
}
