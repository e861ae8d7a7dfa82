package io.flowmaster.identity;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import java.time.Instant;

/** An account is used by a person of another identity provider from now on. */
public record ExternalLoginLinked(
    TenantId tenant, UserId user, String issuer, String externalSubject, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "user/" + user;
  }
}
