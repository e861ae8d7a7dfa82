package io.flowmaster.agents;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** Somebody decided already. */
public final class AgentEscalationClosed extends Problem {
  public AgentEscalationClosed(String by) {
    super(
        ProblemKind.CONFLICT, "agent-escalation-closed", "It was decided already, by " + by + ".");
  }
}
