package io.flowmaster.tasks;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** The owner has somebody else work on the task and waits for it. */
public record TaskDelegated(TenantId tenant, TaskId task, String owner, String delegate, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "task/" + task.value();
  }
}
