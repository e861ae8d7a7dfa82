package io.flowmaster.identity;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/**
 * The id was given before; ids of users and machine clients are never given twice, because history
 * names its actors by them.
 */
public final class IdTaken extends Problem {
  public IdTaken() {
    super(ProblemKind.CONFLICT, "id-taken", "This id is taken, or was once. Choose another.");
  }
}
