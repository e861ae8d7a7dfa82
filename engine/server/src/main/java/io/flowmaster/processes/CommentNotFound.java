package io.flowmaster.processes;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** The process has no such comment. */
public final class CommentNotFound extends Problem {
  public CommentNotFound(String comment) {
    super(
        ProblemKind.NOT_FOUND,
        "process-comment-not-found",
        "The process has no comment " + comment + ". Its author may have deleted it.");
  }
}
