package io.flowmaster.knowledge;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** The tenant has a collection of that name. */
public final class CollectionTaken extends Problem {
  public CollectionTaken(String name) {
    super(
        ProblemKind.CONFLICT,
        "knowledge-collection-taken",
        "There is a collection '" + name + "' already. Choose another name.");
  }
}
