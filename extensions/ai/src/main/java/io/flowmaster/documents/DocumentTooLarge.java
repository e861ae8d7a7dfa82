package io.flowmaster.documents;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** A file is larger than allowed. */
public final class DocumentTooLarge extends Problem {
  public DocumentTooLarge(long most) {
    super(
        ProblemKind.TOO_LARGE, "document-too-large", "A document has at most " + most + " bytes.");
  }
}
