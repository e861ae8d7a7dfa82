package io.flowmaster.documents.internal;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** A document's bytes are not where they should be: the storage lost them, or is another one. */
final class StoredContentMissing extends Problem {
  StoredContentMissing(String sha256) {
    super(
        ProblemKind.UNAVAILABLE,
        "document-content-missing",
        "The storage of this installation does not hold the content " + sha256 + ".");
  }
}
