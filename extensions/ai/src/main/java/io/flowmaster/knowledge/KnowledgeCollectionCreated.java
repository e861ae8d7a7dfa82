package io.flowmaster.knowledge;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** A collection was made. */
public record KnowledgeCollectionCreated(
    TenantId tenant, String collection, String name, CollectionAccess access, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "knowledge-collection/" + collection;
  }
}
