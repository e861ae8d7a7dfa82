package io.flowmaster.processes;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/**
 * The draft of a process changed: its data, its model or its files.
 *
 * @param before with those files only that were changed or removed
 * @param after with those files only that were changed or added
 */
public record ProcessChanged(
    TenantId tenant, ProcessId process, String key, DraftState before, DraftState after, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "process/" + process;
  }
}
