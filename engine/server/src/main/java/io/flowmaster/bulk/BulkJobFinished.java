package io.flowmaster.bulk;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** Every item of a bulk job had its turn. */
public record BulkJobFinished(
    TenantId tenant, BulkJobId job, String action, int done, int failed, int skipped, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "bulk/" + job;
  }
}
