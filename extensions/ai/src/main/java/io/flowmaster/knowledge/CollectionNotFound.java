package io.flowmaster.knowledge;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** There is no such collection in the tenant, or the actor may not read it. */
public final class CollectionNotFound extends Problem {
  public CollectionNotFound(String collection) {
    super(
        ProblemKind.NOT_FOUND,
        "knowledge-collection-not-found",
        "There is no collection " + collection + " that you may read in this tenant.");
  }
}
