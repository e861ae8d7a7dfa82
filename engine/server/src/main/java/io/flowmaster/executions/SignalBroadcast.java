package io.flowmaster.executions;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** A signal was sent; {@code receivers} executions waited for it. */
public record SignalBroadcast(TenantId tenant, String signal, int receivers, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "signal/" + signal;
  }
}
