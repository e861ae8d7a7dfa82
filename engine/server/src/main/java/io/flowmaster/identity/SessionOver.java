package io.flowmaster.identity;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** The refresh token is unknown, used, expired or revoked. */
public final class SessionOver extends Problem {
  public SessionOver() {
    super(ProblemKind.UNAUTHENTICATED, "session-over", "This session is over. Log in again.");
  }
}
