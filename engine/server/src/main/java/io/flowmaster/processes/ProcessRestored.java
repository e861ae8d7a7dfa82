package io.flowmaster.processes;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;
import java.util.Map;

/** An archived process was brought back. */
public record ProcessRestored(
    TenantId tenant, ProcessId process, String key, ProcessStatus is, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "process/" + process;
  }

  @Override
  public Object before() {
    return Map.of("status", ProcessStatus.ARCHIVED);
  }

  @Override
  public Object after() {
    return Map.of("status", is);
  }
}
