package io.flowmaster.processes;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** A process was put away. */
public record ProcessArchived(TenantId tenant, ProcessId process, String key, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "process/" + process;
  }
}
