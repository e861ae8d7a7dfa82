package io.flowmaster.models;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/**
 * A budget is used up to the share at which that is told; once in its period.
 *
 * @param budget its id
 * @param scope whose calls count
 * @param of the agent or process; empty for the tenant
 * @param percent of the limit that is used up
 */
public record BudgetNearlySpent(
    TenantId tenant, String budget, Budget.Scope scope, String of, int percent, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "budget/" + budget;
  }
}
