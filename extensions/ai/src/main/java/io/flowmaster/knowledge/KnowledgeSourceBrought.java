package io.flowmaster.knowledge;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** A text was brought; its passages are being made ready. */
public record KnowledgeSourceBrought(
    TenantId tenant, String source, String collection, String title, int passages, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "knowledge-source/" + source;
  }
}
