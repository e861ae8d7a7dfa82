package io.flowmaster.documents;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** A document was read: its text is there from now on. */
public record DocumentRead(
    TenantId tenant, String document, String filename, String mediaType, int pages, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "document/" + document;
  }
}
