package io.flowmaster.identity;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** A group was made or renamed. */
public record GroupChanged(TenantId tenant, String group, String name, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "group/" + group;
  }
}
