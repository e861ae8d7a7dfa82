package io.flowmaster.rules;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** Another rule set of the tenant has the key. */
public final class RuleKeyTaken extends Problem {
  public RuleKeyTaken(String key) {
    super(
        ProblemKind.CONFLICT,
        "rule-key-taken",
        "Another rule set has the key " + key + ". Choose another key.");
  }
}
