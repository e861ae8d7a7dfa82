package io.flowmaster.models;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** A budget for language models is used up. */
public class BudgetSpent extends Problem {

  /**
   * @param budget whose, for a person to read: {@code of the tenant}, {@code of the agent X}
   */
  public BudgetSpent(String budget) {
    super(
        ProblemKind.PAYMENT_REQUIRED,
        "budget-spent",
        "The budget " + budget + " for language models is used up; an administrator can raise it.");
  }
}
