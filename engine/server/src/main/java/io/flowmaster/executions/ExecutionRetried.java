package io.flowmaster.executions;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Failed work was given another try. */
public record ExecutionRetried(
    TenantId tenant, ExecutionId execution, List<RetriedWork.Item> retried, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "execution/" + execution;
  }

  @Override
  public Object before() {
    return Map.of("retries", 0);
  }

  @Override
  public Object after() {
    return Map.of("retries", 1);
  }
}
