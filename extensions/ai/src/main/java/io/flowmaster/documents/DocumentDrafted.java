package io.flowmaster.documents;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** A draft process was made of a document. */
public record DocumentDrafted(
    TenantId tenant, String document, String process, String name, int tasks, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "document/" + document;
  }
}
