package io.flowmaster.knowledge;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** A collection was changed, maybe who may read it. */
public record KnowledgeCollectionChanged(
    TenantId tenant,
    String collection,
    String name,
    @JsonIgnore KnowledgeCollection before,
    @JsonIgnore KnowledgeCollection after,
    Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "knowledge-collection/" + collection;
  }
}
