package io.flowmaster.identity;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/**
 * The user's password was set by an administrator of one tenant, who could thereby act in another.
 */
public final class PasswordNotOwn extends Problem {
  public PasswordNotOwn() {
    super(
        ProblemKind.CONFLICT,
        "password-not-own",
        "The user must first log in and choose a password of its own.");
  }
}
