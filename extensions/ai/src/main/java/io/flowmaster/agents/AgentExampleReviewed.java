package io.flowmaster.agents;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** The example cannot be reviewed in its state. */
public final class AgentExampleReviewed extends Problem {
  public AgentExampleReviewed(ExampleStatus status) {
    super(
        ProblemKind.CONFLICT,
        "agent-example-reviewed",
        "The example is " + status + "; only what is PROPOSED or UNFIT can be accepted.");
  }
}
