package io.flowmaster.integrations;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** An integration was deleted; tasks that name it become incidents. */
public record IntegrationDeleted(
    TenantId tenant, String integration, IntegrationView content, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "integration/" + integration;
  }
}
