package io.flowmaster.models;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/**
 * A budget is no more.
 *
 * @param budget its id
 * @param scope whose calls counted
 * @param of the agent or process; empty for the tenant
 */
public record BudgetDeleted(
    TenantId tenant, String budget, Budget.Scope scope, String of, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "budget/" + budget;
  }
}
