package io.flowmaster.identity;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import java.time.Instant;

/** A machine client was deleted; its tokens and keys are refused. */
public record ClientDeleted(TenantId tenant, UserId client, Instant at) implements DomainEvent {
  @Override
  public String subject() {
    return "client/" + client;
  }
}
