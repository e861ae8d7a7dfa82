package io.flowmaster.identity;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import java.time.Instant;

/** A user's password was changed, and all sessions of the user ended. */
public record PasswordChanged(TenantId tenant, UserId user, Instant at) implements DomainEvent {
  @Override
  public String subject() {
    return "user/" + user;
  }
}
