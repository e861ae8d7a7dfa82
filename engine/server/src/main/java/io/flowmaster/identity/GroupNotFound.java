package io.flowmaster.identity;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** There is no such group in the tenant. */
public final class GroupNotFound extends Problem {
  public GroupNotFound() {
    super(ProblemKind.NOT_FOUND, "group-not-found", "There is no such group in this tenant.");
  }
}
