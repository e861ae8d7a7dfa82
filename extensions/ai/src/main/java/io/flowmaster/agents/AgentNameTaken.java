package io.flowmaster.agents;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** The tenant has an agent of that name. */
public final class AgentNameTaken extends Problem {
  public AgentNameTaken(String name) {
    super(
        ProblemKind.CONFLICT,
        "agent-name-taken",
        "There is an agent '" + name + "' already. Choose another name.");
  }
}
