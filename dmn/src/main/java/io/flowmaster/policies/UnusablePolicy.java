package io.flowmaster.policies;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** The table cannot decide about access. */
public final class UnusablePolicy extends Problem {
  public UnusablePolicy(String detail) {
    super(ProblemKind.UNACCEPTABLE, "unusable-policy", detail);
  }
}
