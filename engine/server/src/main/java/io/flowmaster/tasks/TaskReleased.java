package io.flowmaster.tasks;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;

/** Nobody has the task any more. */
public record TaskReleased(TenantId tenant, TaskId task, String previous, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "task/" + task.value();
  }

  @Override
  public Object before() {
    return Map.of("assignee", previous);
  }

  @Override
  public Object after() {
    return Collections.singletonMap("assignee", null);
  }
}
