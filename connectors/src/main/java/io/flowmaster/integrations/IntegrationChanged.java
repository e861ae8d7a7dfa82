package io.flowmaster.integrations;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** An integration was changed; calls use the new configuration from now on. */
public record IntegrationChanged(
    TenantId tenant,
    String integration,
    @JsonIgnore IntegrationView before,
    @JsonIgnore IntegrationView after,
    Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "integration/" + integration;
  }
}
