package io.flowmaster.tasks;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A task received an assignee; {@code previous} is null when nobody had it. */
public record TaskAssigned(
    TenantId tenant, TaskId task, String assignee, @Nullable String previous, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "task/" + task.value();
  }

  @Override
  public @Nullable Object before() {
    return previous == null ? null : Map.of("assignee", previous);
  }

  @Override
  public @Nullable Object after() {
    return previous == null ? null : Map.of("assignee", assignee);
  }
}
