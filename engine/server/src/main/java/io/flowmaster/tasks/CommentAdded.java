package io.flowmaster.tasks;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** Somebody commented on the task. */
public record CommentAdded(
    TenantId tenant, TaskId task, String commentId, String author, String message, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "task/" + task.value();
  }
}
