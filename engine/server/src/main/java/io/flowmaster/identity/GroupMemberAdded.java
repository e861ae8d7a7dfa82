package io.flowmaster.identity;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import java.time.Instant;

/** A user joined a group. */
public record GroupMemberAdded(TenantId tenant, String group, UserId user, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "group/" + group;
  }
}
