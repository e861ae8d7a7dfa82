package io.flowmaster.identity;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** The password is right, but was set by somebody else and is good for a change only. */
public final class PasswordChangeRequired extends Problem {
  public PasswordChangeRequired() {
    super(
        ProblemKind.FORBIDDEN,
        "password-change-required",
        "This password must be changed first: send the username, the current and a new password to PUT /auth/password, then log in.");
  }
}
