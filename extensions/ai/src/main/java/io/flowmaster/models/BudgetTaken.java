package io.flowmaster.models;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** The tenant has such a budget already, or as many as there may be. */
public final class BudgetTaken extends Problem {
  public BudgetTaken(String detail) {
    super(ProblemKind.CONFLICT, "budget-taken", detail);
  }
}
