package io.flowmaster.documents;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** An extraction waits for a person, because a field is below the threshold. */
public record DocumentReviewAsked(
    TenantId tenant, String document, String review, String sender, double confidence, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "document/" + document;
  }
}
