package io.flowmaster.processes;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A new version of a process can be started. */
public record ProcessPublished(
    TenantId tenant,
    ProcessId process,
    String key,
    int version,
    String processDefinitionId,
    String deploymentId,
    @Nullable String changelog,
    Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "process/" + process;
  }
}
