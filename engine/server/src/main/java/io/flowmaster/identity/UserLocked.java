package io.flowmaster.identity;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import java.time.Instant;

/** A user's logins were locked for a time, because of too many failures. */
public record UserLocked(TenantId tenant, UserId user, Instant at) implements DomainEvent {
  @Override
  public String subject() {
    return "user/" + user;
  }
}
