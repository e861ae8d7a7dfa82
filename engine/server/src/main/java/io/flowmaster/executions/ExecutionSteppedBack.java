package io.flowmaster.executions;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An execution was taken back to an activity; {@code variables} names those that changed. */
public record ExecutionSteppedBack(
    TenantId tenant,
    ExecutionId execution,
    String activityId,
    List<String> from,
    List<String> variables,
    @Nullable String reason,
    Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "execution/" + execution;
  }
}
