package io.flowmaster.agents;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** Who asked an agent does not decide on what it holds. */
public final class FourEyesRequired extends Problem {
  public FourEyesRequired() {
    super(
        ProblemKind.FORBIDDEN,
        "four-eyes-required",
        "You asked the agent yourself: somebody else has to approve or answer. You may guide,"
            + " reject or reassign.");
  }
}
