package io.flowmaster.documents;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** A file cannot be taken as it is. */
public final class DocumentRefused extends Problem {
  public DocumentRefused(String detail) {
    super(ProblemKind.UNACCEPTABLE, "document-refused", detail);
  }
}
