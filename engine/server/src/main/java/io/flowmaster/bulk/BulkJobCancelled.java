package io.flowmaster.bulk;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** Somebody stopped a bulk job. */
public record BulkJobCancelled(
    TenantId tenant, BulkJobId job, String action, int notDone, Instant at) implements DomainEvent {
  @Override
  public String subject() {
    return "bulk/" + job;
  }
}
