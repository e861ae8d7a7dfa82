package io.flowmaster.agents;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** The agent was stopped, so it does nothing. */
public final class AgentSwitchedOff extends Problem {
  public AgentSwitchedOff(String name) {
    super(
        ProblemKind.CONFLICT,
        "agent-switched-off",
        "The agent '" + name + "' is stopped. Its manager or an administrator can start it again.");
  }
}
