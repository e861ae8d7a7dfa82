package io.flowmaster.models;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** There is no such budget in the tenant. */
public final class BudgetNotFound extends Problem {
  public BudgetNotFound(String budget) {
    super(
        ProblemKind.NOT_FOUND,
        "budget-not-found",
        "There is no budget " + budget + " in this tenant.");
  }
}
