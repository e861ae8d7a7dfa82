package io.flowmaster.executions;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** An execution reached its end. */
public record ExecutionCompleted(TenantId tenant, ExecutionId execution, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "execution/" + execution;
  }
}
