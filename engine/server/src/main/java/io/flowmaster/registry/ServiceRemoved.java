package io.flowmaster.registry;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** An instance of a service was taken out of the registry. */
public record ServiceRemoved(TenantId tenant, ServiceId service, String name, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "service/" + service;
  }
}
