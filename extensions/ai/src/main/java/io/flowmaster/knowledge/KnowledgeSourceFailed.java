package io.flowmaster.knowledge;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** A source could not be made ready. */
public record KnowledgeSourceFailed(
    TenantId tenant, String source, String collection, String title, String cause, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "knowledge-source/" + source;
  }
}
