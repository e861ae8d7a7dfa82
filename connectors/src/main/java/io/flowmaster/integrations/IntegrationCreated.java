package io.flowmaster.integrations;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** An integration was set up. */
public record IntegrationCreated(
    TenantId tenant, String integration, IntegrationView content, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "integration/" + integration;
  }
}
