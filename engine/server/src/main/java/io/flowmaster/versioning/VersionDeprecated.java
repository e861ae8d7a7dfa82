package io.flowmaster.versioning;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import io.flowmaster.processes.ProcessId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A version should not be used for new work any more. */
public record VersionDeprecated(
    TenantId tenant,
    ProcessId process,
    int version,
    @Nullable String reason,
    Mark before,
    Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "process/" + process;
  }

  /** Whether a version is deprecated, and why. */
  public record Mark(boolean deprecated, @Nullable String reason) {
    /** Of a version that may be used. */
    public static final Mark NONE = new Mark(false, null);
  }

  @Override
  public Object after() {
    return new Mark(true, reason);
  }
}
