package io.flowmaster.agents;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** The key came before with another question. */
public final class AgentKeyReused extends Problem {
  public AgentKeyReused() {
    super(
        ProblemKind.UNACCEPTABLE,
        "idempotency-key-reused",
        "This Idempotency-Key was used before with another request. Take a new key for a new request.");
  }
}
