package io.flowmaster.knowledge;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** There is no such source in the tenant, or the actor may not read its collection. */
public final class KnowledgeSourceNotFound extends Problem {
  public KnowledgeSourceNotFound(String source) {
    super(
        ProblemKind.NOT_FOUND,
        "knowledge-source-not-found",
        "There is no source " + source + " that you may read in this tenant.");
  }
}
