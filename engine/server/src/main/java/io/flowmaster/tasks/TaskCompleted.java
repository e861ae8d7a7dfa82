package io.flowmaster.tasks;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The task was done; {@code by} is null when no person did it, {@code onBehalfOf} when that was
 * nobody's substitute, {@code dueAt} when it had no due date.
 */
public record TaskCompleted(
    TenantId tenant,
    TaskId task,
    @Nullable String by,
    @Nullable String onBehalfOf,
    @Nullable String outcome,
    @Nullable String executionId,
    @Nullable String processKey,
    @Nullable String activityId,
    Instant createdAt,
    @Nullable Instant dueAt,
    Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "task/" + task.value();
  }
}
