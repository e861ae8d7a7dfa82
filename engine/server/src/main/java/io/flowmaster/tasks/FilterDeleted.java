package io.flowmaster.tasks;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** A saved filter was deleted. */
public record FilterDeleted(
    TenantId tenant, String filter, String name, FilterSaved.State before, Instant at)
    implements DomainEvent {

  public static FilterDeleted of(TenantId tenant, SavedFilter gone, Instant at) {
    return new FilterDeleted(tenant, gone.id(), gone.name(), FilterSaved.State.of(gone), at);
  }

  @Override
  public String subject() {
    return "task-filter/" + filter;
  }
}
