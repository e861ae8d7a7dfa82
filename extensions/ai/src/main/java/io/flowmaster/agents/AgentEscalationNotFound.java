package io.flowmaster.agents;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** There is no such escalation for the current actor. */
public final class AgentEscalationNotFound extends Problem {
  public AgentEscalationNotFound(String id) {
    super(
        ProblemKind.NOT_FOUND,
        "agent-escalation-not-found",
        "There is no escalation " + id + " for you in this tenant.");
  }
}
