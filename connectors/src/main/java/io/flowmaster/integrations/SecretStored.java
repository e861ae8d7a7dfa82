package io.flowmaster.integrations;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** A secret's value was set; the value is not told. */
public record SecretStored(TenantId tenant, String name, Instant at) implements DomainEvent {
  @Override
  public String subject() {
    return "integration-secret/" + name;
  }
}
