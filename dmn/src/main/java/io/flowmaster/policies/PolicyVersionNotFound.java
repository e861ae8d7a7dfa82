package io.flowmaster.policies;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** There is no such version of the access policy. */
public final class PolicyVersionNotFound extends Problem {
  public PolicyVersionNotFound(int version) {
    super(
        ProblemKind.NOT_FOUND,
        "policy-version-not-found",
        "The access policy has no version " + version + ".");
  }
}
