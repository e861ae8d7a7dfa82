package io.flowmaster.tasks;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A saved filter was made or changed.
 *
 * @param before null when it was made
 */
public record FilterSaved(
    TenantId tenant,
    String filter,
    String name,
    List<String> groups,
    @Nullable State before,
    State after,
    Instant at)
    implements DomainEvent {

  /** What a saved filter is. */
  public record State(String name, TaskSearch search, List<String> groups) {
    static State of(SavedFilter filter) {
      return new State(filter.name(), filter.search(), filter.groups());
    }
  }

  /** Of what it is now, and was. */
  public static FilterSaved of(
      TenantId tenant, @Nullable SavedFilter before, SavedFilter now, Instant at) {
    return new FilterSaved(
        tenant,
        now.id(),
        now.name(),
        now.groups(),
        before == null ? null : State.of(before),
        State.of(now),
        at);
  }

  @Override
  public String subject() {
    return "task-filter/" + filter;
  }
}
