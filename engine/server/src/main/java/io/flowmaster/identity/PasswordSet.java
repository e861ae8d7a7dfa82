package io.flowmaster.identity;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import java.time.Instant;

/** An administrator gave a user a password that is good for a change only. */
public record PasswordSet(TenantId tenant, UserId user, Instant at) implements DomainEvent {
  @Override
  public String subject() {
    return "user/" + user;
  }
}
