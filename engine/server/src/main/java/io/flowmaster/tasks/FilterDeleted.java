package io.flowmaster.tasks;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** A saved filter was deleted. */
public record FilterDeleted(TenantId tenant, String filter, String name, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "task-filter/" + filter;
  }
}
