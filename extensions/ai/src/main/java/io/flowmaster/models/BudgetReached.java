package io.flowmaster.models;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/**
 * A budget is used up: calls are refused until it begins anew or is raised; once in its period.
 *
 * @param budget its id
 * @param scope whose calls count
 * @param of the agent or process; empty for the tenant
 */
public record BudgetReached(
    TenantId tenant, String budget, Budget.Scope scope, String of, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "budget/" + budget;
  }
}
