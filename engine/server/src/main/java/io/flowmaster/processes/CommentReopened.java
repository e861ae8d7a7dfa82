package io.flowmaster.processes;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** A remark on a process that was settled is open again. */
public record CommentReopened(
    TenantId tenant, ProcessId process, String comment, String element, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "process/" + process;
  }
}
