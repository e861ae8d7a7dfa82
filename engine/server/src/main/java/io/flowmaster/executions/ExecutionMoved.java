package io.flowmaster.executions;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tokens were taken from activities and put before others. */
public record ExecutionMoved(
    TenantId tenant,
    ExecutionId execution,
    List<String> from,
    List<String> to,
    @Nullable String reason,
    Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "execution/" + execution;
  }
}
