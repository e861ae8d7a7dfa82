package io.flowmaster.agents;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** There is no such agent, or version of it, in the tenant. */
public final class AgentNotFound extends Problem {
  public AgentNotFound(String agent) {
    super(
        ProblemKind.NOT_FOUND,
        "agent-not-found",
        "There is no agent " + agent + " in this tenant.");
  }
}
