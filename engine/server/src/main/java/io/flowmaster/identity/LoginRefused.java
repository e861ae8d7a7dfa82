package io.flowmaster.identity;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** The name or the password is wrong; which of them is not told. */
public final class LoginRefused extends Problem {
  public LoginRefused() {
    super(
        ProblemKind.UNAUTHENTICATED,
        "invalid-credentials",
        "The username or the password is wrong.");
  }
}
