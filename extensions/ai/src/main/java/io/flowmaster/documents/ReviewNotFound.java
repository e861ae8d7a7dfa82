package io.flowmaster.documents;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** There is no such review, or its document may not be seen. */
public final class ReviewNotFound extends Problem {
  public ReviewNotFound(String id) {
    super(
        ProblemKind.NOT_FOUND,
        "review-not-found",
        "There is no review " + id + " of a document that you may see.");
  }
}
