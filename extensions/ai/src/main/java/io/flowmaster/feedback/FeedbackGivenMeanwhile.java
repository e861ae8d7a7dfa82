package io.flowmaster.feedback;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** The same actor said something of the same target at the same moment. */
public final class FeedbackGivenMeanwhile extends Problem {
  public FeedbackGivenMeanwhile() {
    super(
        ProblemKind.CONFLICT,
        "feedback-given-meanwhile",
        "You said something of it at the same moment; send it again if it still holds.");
  }
}
