package io.flowmaster.executions;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;
import java.util.Map;

/** A paused execution goes on. */
public record ExecutionResumed(
    TenantId tenant, ExecutionId execution, ExecutionStatus is, Instant at) implements DomainEvent {
  @Override
  public String subject() {
    return "execution/" + execution;
  }

  @Override
  public Object before() {
    return Map.of("status", ExecutionStatus.PAUSED);
  }

  @Override
  public Object after() {
    return Map.of("status", is);
  }
}
