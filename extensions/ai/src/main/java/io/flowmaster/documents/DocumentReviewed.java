package io.flowmaster.documents;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** A person said what is right in an extraction, and the sender's template learned from it. */
public record DocumentReviewed(
    TenantId tenant,
    String document,
    String review,
    String sender,
    int corrected,
    int templateVersion,
    Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "document/" + document;
  }
}
