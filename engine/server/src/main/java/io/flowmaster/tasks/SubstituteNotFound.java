package io.flowmaster.tasks;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** There is no such substitution, or the current user has no part in it. */
public final class SubstituteNotFound extends Problem {
  public SubstituteNotFound(String id) {
    super(ProblemKind.NOT_FOUND, "substitute-not-found", "There is no substitution " + id + ".");
  }
}
