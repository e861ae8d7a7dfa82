package io.flowmaster.platform;

import java.util.List;
import java.util.Map;

/** A rule of the tenant's access policy denies it. */
public final class PolicyDenied extends Problem {
  /**
   * @param rule how the policy names the rule
   * @param because what decided, in a sentence
   */
  public PolicyDenied(String rule, String because) {
    super(
        ProblemKind.FORBIDDEN,
        "policy-denied",
        "The access policy does not allow this. " + because,
        List.of(),
        Map.of("rule", rule));
  }
}
