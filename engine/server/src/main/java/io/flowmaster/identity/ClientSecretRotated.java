package io.flowmaster.identity;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import java.time.Instant;

/** A machine client got another secret; the former one and its tokens are refused. */
public record ClientSecretRotated(TenantId tenant, UserId client, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "client/" + client;
  }
}
