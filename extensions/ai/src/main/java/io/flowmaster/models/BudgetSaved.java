package io.flowmaster.models;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/**
 * A budget was made or changed.
 *
 * @param budget its id
 * @param scope whose calls count
 * @param of the agent or process; empty for the tenant
 * @param limit in words
 */
public record BudgetSaved(
    TenantId tenant, String budget, Budget.Scope scope, String of, String limit, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "budget/" + budget;
  }
}
