package io.flowmaster.agents;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** There is no such run of the agent. */
public final class AgentRunNotFound extends Problem {
  public AgentRunNotFound(String run) {
    super(ProblemKind.NOT_FOUND, "agent-run-not-found", "There is no run " + run + ".");
  }
}
