package io.flowmaster.executions;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;
import java.util.List;

/** A person or client set or removed variables of an execution; the history has their values. */
public record VariablesChanged(
    TenantId tenant, ExecutionId execution, List<String> set, List<String> removed, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "execution/" + execution;
  }
}
