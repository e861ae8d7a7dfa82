package io.flowmaster.versioning;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import io.flowmaster.processes.ProcessId;
import java.time.Instant;

/** A version is not deprecated any more. */
public record VersionReinstated(
    TenantId tenant, ProcessId process, int version, VersionDeprecated.Mark before, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "process/" + process;
  }

  @Override
  public Object after() {
    return VersionDeprecated.Mark.NONE;
  }
}
