package io.flowmaster.agents;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** The agent has no such example or case. */
public final class AgentExampleNotFound extends Problem {
  public AgentExampleNotFound(String id) {
    super(
        ProblemKind.NOT_FOUND,
        "agent-example-not-found",
        "The agent has no example or case " + id + ".");
  }
}
