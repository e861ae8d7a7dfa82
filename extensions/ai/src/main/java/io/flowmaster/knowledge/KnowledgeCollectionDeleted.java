package io.flowmaster.knowledge;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** A collection was deleted with all its sources. */
public record KnowledgeCollectionDeleted(
    TenantId tenant, String collection, String name, Instant at) implements DomainEvent {
  @Override
  public String subject() {
    return "knowledge-collection/" + collection;
  }
}
