package io.flowmaster.registry;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/**
 * An instance of a service registered itself.
 *
 * @param url where it answers
 */
public record ServiceRegistered(
    TenantId tenant, ServiceId service, String name, String url, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "service/" + service;
  }
}
