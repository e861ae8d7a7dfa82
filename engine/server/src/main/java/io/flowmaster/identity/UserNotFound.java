package io.flowmaster.identity;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** Nobody of that id is a member of the tenant. */
public final class UserNotFound extends Problem {
  public UserNotFound() {
    super(ProblemKind.NOT_FOUND, "user-not-found", "There is no such user in this tenant.");
  }
}
