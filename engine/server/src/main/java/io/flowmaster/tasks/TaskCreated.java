package io.flowmaster.tasks;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A task came into being, in a process or by itself. */
public record TaskCreated(
    TenantId tenant,
    TaskId task,
    String name,
    @Nullable String assignee,
    List<String> candidateGroups,
    List<String> candidateUsers,
    @Nullable Instant dueAt,
    int priority,
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
