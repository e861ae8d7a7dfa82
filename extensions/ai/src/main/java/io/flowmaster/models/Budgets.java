package io.flowmaster.models;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The budgets of the current tenant. */
public interface Budgets {

  /** All, at most 200: the tenant's, then agents', then processes'. */
  List<Budget> all();

  /**
   * @throws BudgetNotFound when there is none
   */
  Budget get(String id);

  /**
   * @throws BudgetTaken when there is one of the same scope, subject and period
   */
  Budget create(Budget.Draft draft);

  Budget change(String id, Budget.Draft draft, @Nullable String ifMatch);

  void delete(String id, @Nullable String ifMatch);
}
