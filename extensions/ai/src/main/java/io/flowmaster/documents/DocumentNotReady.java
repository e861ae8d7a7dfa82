package io.flowmaster.documents;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** Something needs a document's text, and it has not been read. */
public final class DocumentNotReady extends Problem {
  public DocumentNotReady(String id, DocumentStatus status) {
    super(
        ProblemKind.CONFLICT,
        "document-not-ready",
        "The document " + id + " is " + status + "; this needs one that is READY.");
  }
}
