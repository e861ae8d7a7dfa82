package io.flowmaster.rules;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** Another published rule set has a decision with the same id, and BPMN could mean either. */
public final class DecisionTaken extends Problem {
  public DecisionTaken(String decisionId) {
    super(
        ProblemKind.CONFLICT,
        "decision-taken",
        "Another rule set already publishes the decision "
            + decisionId
            + ". Give this decision another id.");
  }
}
