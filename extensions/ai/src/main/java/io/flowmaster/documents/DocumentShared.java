package io.flowmaster.documents;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;
import java.util.List;

/** A document has other readers. */
public record DocumentShared(TenantId tenant, String document, List<String> readers, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "document/" + document;
  }
}
