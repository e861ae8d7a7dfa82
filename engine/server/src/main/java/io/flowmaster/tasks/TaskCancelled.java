package io.flowmaster.tasks;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The task went away undone. */
public record TaskCancelled(
    TenantId tenant,
    TaskId task,
    @Nullable String executionId,
    @Nullable String processKey,
    @Nullable String activityId,
    Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "task/" + task.value();
  }
}
