package io.flowmaster.identity;

import io.flowmaster.identity.Groups.GroupView;
import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** A group was deleted. */
public record GroupDeleted(TenantId tenant, String group, GroupView before, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "group/" + group;
  }
}
