package io.flowmaster.rules;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** An archived rule set can be neither changed nor published. */
public final class RuleSetIsArchived extends Problem {
  public RuleSetIsArchived(String key) {
    super(
        ProblemKind.CONFLICT,
        "rule-set-archived",
        "The rule set " + key + " is archived. Make a new one to go on.");
  }
}
