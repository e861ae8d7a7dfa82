package io.flowmaster.identity;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import java.time.Instant;

/**
 * A user has begun a session by password, or logged in with another identity provider; told to each
 * tenant of the user.
 */
public record LoggedIn(TenantId tenant, UserId user, Instant at) implements DomainEvent {
  @Override
  public String subject() {
    return "user/" + user;
  }
}
