package io.flowmaster.rules;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** There is no such rule set, or no such version, in this tenant. */
public final class RuleSetNotFound extends Problem {
  public RuleSetNotFound(String which) {
    super(ProblemKind.NOT_FOUND, "rule-set-not-found", "There is no " + which + " in this tenant.");
  }
}
