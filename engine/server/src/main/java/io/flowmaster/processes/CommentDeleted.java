package io.flowmaster.processes;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** A remark on a process was taken back. */
public record CommentDeleted(
    TenantId tenant, ProcessId process, String comment, String element, String author, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "process/" + process;
  }
}
