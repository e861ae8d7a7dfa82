package io.flowmaster.knowledge.internal;

import io.flowmaster.documents.DocumentDeleted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What was taken from a document goes with it, in the same transaction. */
@Component
class DeletedDocuments {
  private final StoredSources sources;

  DeletedDocuments(StoredSources sources) {
    this.sources = sources;
  }

  @EventListener
  void deleted(DocumentDeleted event) {
    sources.deleteOfDocument(event.tenant(), event.document());
  }
}
