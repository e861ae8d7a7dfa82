package io.flowmaster.integrations;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/**
 * Somebody called another system through an integration.
 *
 * @param outcome {@code done}, or the code of the problem
 */
public record IntegrationExecuted(
    TenantId tenant, String integration, String connector, String outcome, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "integration/" + integration;
  }
}
