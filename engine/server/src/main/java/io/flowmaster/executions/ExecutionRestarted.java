package io.flowmaster.executions;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An ended execution was started again, as {@code execution}. */
public record ExecutionRestarted(
    TenantId tenant, ExecutionId execution, ExecutionId former, @Nullable String reason, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "execution/" + execution;
  }
}
