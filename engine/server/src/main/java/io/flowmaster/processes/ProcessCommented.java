package io.flowmaster.processes;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** Somebody remarked on an element of a process. */
public record ProcessCommented(
    TenantId tenant, ProcessId process, String comment, String element, String message, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "process/" + process;
  }
}
