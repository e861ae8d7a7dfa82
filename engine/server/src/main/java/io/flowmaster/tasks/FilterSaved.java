package io.flowmaster.tasks;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;
import java.util.List;

/** A saved filter was made or changed. */
public record FilterSaved(
    TenantId tenant, String filter, String name, List<String> groups, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "task-filter/" + filter;
  }
}
