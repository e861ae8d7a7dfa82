package io.flowmaster.processes;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** Somebody else wrote the comment. */
public final class CommentNotYours extends Problem {
  public CommentNotYours(String author) {
    super(
        ProblemKind.FORBIDDEN,
        "process-comment-not-yours",
        "Only " + author + " and administrators delete it. Resolve it instead.");
  }
}
