package io.flowmaster.knowledge;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** A source can be found from now on. */
public record KnowledgeSourceReady(
    TenantId tenant, String source, String collection, String title, int passages, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "knowledge-source/" + source;
  }
}
