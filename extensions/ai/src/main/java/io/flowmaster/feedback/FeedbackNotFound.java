package io.flowmaster.feedback;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** There is no such feedback in the tenant. */
public final class FeedbackNotFound extends Problem {
  public FeedbackNotFound(String id) {
    super(
        ProblemKind.NOT_FOUND,
        "feedback-not-found",
        "There is no feedback " + id + " in this tenant.");
  }
}
