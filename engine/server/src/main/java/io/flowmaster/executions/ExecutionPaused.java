package io.flowmaster.executions;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;
import java.util.Map;

/** An execution was paused, with all it called. */
public record ExecutionPaused(
    TenantId tenant, ExecutionId execution, ExecutionStatus was, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "execution/" + execution;
  }

  @Override
  public Object before() {
    return Map.of("status", was);
  }

  @Override
  public Object after() {
    return Map.of("status", ExecutionStatus.PAUSED);
  }
}
