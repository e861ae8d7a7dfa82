package io.flowmaster.documents;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** A file is of a kind that is not read. */
public final class DocumentKindRefused extends Problem {
  public DocumentKindRefused(String mediaType) {
    super(
        ProblemKind.UNSUPPORTED,
        "document-kind-refused",
        "Files of the kind " + mediaType + " are not read.");
  }
}
