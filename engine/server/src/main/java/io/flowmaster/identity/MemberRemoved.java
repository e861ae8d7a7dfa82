package io.flowmaster.identity;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import java.time.Instant;

/** A user belongs to the tenant no more; the account stays. */
public record MemberRemoved(TenantId tenant, UserId user, UserChanged.Membership before, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "user/" + user;
  }
}
