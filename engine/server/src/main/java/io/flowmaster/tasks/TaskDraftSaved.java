package io.flowmaster.tasks;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** An unfinished answer was kept. */
public record TaskDraftSaved(TenantId tenant, TaskId task, String by, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "task/" + task.value();
  }
}
