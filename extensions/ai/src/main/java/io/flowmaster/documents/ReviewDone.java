package io.flowmaster.documents;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** A review was done before. */
public final class ReviewDone extends Problem {
  public ReviewDone(String id) {
    super(ProblemKind.CONFLICT, "review-done", "The review " + id + " was done before.");
  }
}
