package io.flowmaster.tasks;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** The task has no such file. */
public final class AttachmentNotFound extends Problem {
  public AttachmentNotFound(String attachment) {
    super(
        ProblemKind.NOT_FOUND,
        "attachment-not-found",
        "The task has no attachment " + attachment + ".");
  }
}
