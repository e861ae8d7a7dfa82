package io.flowmaster.executions;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An execution goes on, on another version of its process. */
public record ExecutionMigrated(
    TenantId tenant,
    ExecutionId execution,
    int fromVersion,
    int toVersion,
    @Nullable String reason,
    Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "execution/" + execution;
  }
}
