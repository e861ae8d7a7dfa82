package io.flowmaster.tasks;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The owner has somebody else work on the task and waits for it; {@code owner} is null when nobody
 * had it.
 */
public record TaskDelegated(
    TenantId tenant, TaskId task, @Nullable String owner, String delegate, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "task/" + task.value();
  }
}
