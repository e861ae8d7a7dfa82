package io.flowmaster.executions;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A process was started; {@code message} names the one that did it, if any. */
public record ExecutionStarted(
    TenantId tenant,
    ExecutionId execution,
    String processKey,
    int version,
    @Nullable String businessKey,
    @Nullable String message,
    Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "execution/" + execution;
  }
}
