package io.flowmaster.documents;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** The platform did not take the draft of a process. */
public final class DraftRefused extends Problem {
  public DraftRefused(String detail) {
    super(ProblemKind.UNACCEPTABLE, "draft-refused", "The draft could not be made: " + detail);
  }
}
