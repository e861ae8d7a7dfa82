package io.flowmaster.tasks;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** The file is larger than a task may keep. */
public final class AttachmentTooLarge extends Problem {
  public AttachmentTooLarge(long most) {
    super(
        ProblemKind.TOO_LARGE,
        "attachment-too-large",
        "An attachment has at most " + most + " bytes.");
  }
}
