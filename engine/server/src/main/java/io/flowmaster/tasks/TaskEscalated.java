package io.flowmaster.tasks;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asked for help with the task; {@code to} is the group or user, null when it was only
 * marked.
 */
public record TaskEscalated(
    TenantId tenant, TaskId task, String reason, @Nullable String to, String by, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "task/" + task.value();
  }
}
