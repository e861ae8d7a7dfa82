package io.flowmaster.knowledge;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** A source was deleted, or another took its place. */
public record KnowledgeSourceDeleted(
    TenantId tenant, String source, String collection, String title, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "knowledge-source/" + source;
  }
}
