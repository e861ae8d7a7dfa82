package io.flowmaster.integrations;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** A secret's value was deleted; calls that name it fail from now on. */
public record SecretDeleted(TenantId tenant, String name, Instant at) implements DomainEvent {
  @Override
  public String subject() {
    return "integration-secret/" + name;
  }
}
