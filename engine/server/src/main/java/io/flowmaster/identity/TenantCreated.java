package io.flowmaster.identity;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import java.time.Instant;

/** A tenant was made; its first administrator is {@code administrator}. */
public record TenantCreated(TenantId tenant, String name, UserId administrator, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "tenant/" + tenant;
  }
}
