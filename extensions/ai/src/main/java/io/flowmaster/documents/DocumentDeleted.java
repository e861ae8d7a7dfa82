package io.flowmaster.documents;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** A document was removed, with all that was read in it. */
public record DocumentDeleted(
    TenantId tenant, String document, String filename, String sha256, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "document/" + document;
  }
}
