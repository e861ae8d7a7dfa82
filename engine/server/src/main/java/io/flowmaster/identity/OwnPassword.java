package io.flowmaster.identity;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** An administrator's own password is changed like everybody's: with the current one. */
public final class OwnPassword extends Problem {
  public OwnPassword() {
    super(
        ProblemKind.FORBIDDEN,
        "own-password",
        "Change your own password with PUT /auth/password, which asks for the current one.");
  }
}
