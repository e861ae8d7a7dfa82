package io.flowmaster.tasks;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** A file was attached to the task. */
public record AttachmentAdded(
    TenantId tenant, TaskId task, String attachmentId, String filename, String sha256, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "task/" + task.value();
  }
}
