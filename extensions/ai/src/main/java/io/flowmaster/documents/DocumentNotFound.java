package io.flowmaster.documents;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** There is no such document in the tenant, or the actor may not see it. */
public final class DocumentNotFound extends Problem {
  public DocumentNotFound(String id) {
    super(
        ProblemKind.NOT_FOUND,
        "document-not-found",
        "There is no document " + id + " that you may see in this tenant.");
  }
}
