package io.flowmaster.identity;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import java.time.Instant;

/** A used refresh token came a second time, so its session was ended. */
public record RefreshTokenReused(TenantId tenant, UserId user, Instant at) implements DomainEvent {
  @Override
  public String subject() {
    return "user/" + user;
  }
}
