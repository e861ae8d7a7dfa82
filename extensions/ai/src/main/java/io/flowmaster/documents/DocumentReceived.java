package io.flowmaster.documents;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** A document was brought. */
public record DocumentReceived(
    TenantId tenant,
    String document,
    String filename,
    String mediaType,
    long size,
    String sha256,
    String by,
    Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "document/" + document;
  }
}
