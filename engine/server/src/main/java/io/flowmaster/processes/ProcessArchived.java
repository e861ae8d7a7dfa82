package io.flowmaster.processes;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;
import java.util.Map;

/** A process was put away. */
public record ProcessArchived(
    TenantId tenant, ProcessId process, String key, ProcessStatus was, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "process/" + process;
  }

  @Override
  public Object before() {
    return Map.of("status", was);
  }

  @Override
  public Object after() {
    return Map.of("status", ProcessStatus.ARCHIVED);
  }
}
