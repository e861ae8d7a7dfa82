package io.flowmaster.bulk;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody asked for a bulk job; each item's own event follows under the same actor. */
public record BulkJobStarted(
    TenantId tenant,
    BulkJobId job,
    String action,
    int total,
    @Nullable BulkJobId undoOf,
    Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "bulk/" + job;
  }
}
