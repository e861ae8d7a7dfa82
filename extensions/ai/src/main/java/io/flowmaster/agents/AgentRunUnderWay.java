package io.flowmaster.agents;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** Somebody works on this very piece of work now. */
public final class AgentRunUnderWay extends Problem {
  public AgentRunUnderWay(String run) {
    super(
        ProblemKind.CONFLICT,
        "agent-run-under-way",
        "The run " + run + " is under way. Ask again with the same key when it is over.");
  }
}
