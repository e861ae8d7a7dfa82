package io.flowmaster.knowledge.internal;

import io.flowmaster.knowledge.KnowledgeSource;
import io.flowmaster.knowledge.KnowledgeSourceDeleted;
import io.flowmaster.knowledge.KnowledgeSourceFailed;
import io.flowmaster.knowledge.KnowledgeSourceReady;
import io.flowmaster.knowledge.SourceStatus;
import io.flowmaster.knowledge.internal.JdbcPassageStore.Row;
import io.flowmaster.models.Embeddings;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives the passages of a source their vectors for a short while, so that others have their turn,
 * and notes how far it came; when it is done, the source can be found and takes the place of what
 * had the same key.
 */
@Component
class IngestSlice {
  private static final int BATCH = 16;
  private static final String TRIED_OFTEN =
      "Its passages could not be prepared; the log of the node says why. Bring it again.";
  private final JdbcSourceStore sources;
  private final JdbcPassageStore passages;
  private final JdbcChanges changes;
  private final Embeddings embeddings;
  private final TransactionTemplate transaction;
  private final KnowledgeProperties properties;
  private final CurrentActor current;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  IngestSlice(
      JdbcSourceStore sources,
      JdbcPassageStore passages,
      JdbcChanges changes,
      Embeddings embeddings,
      TransactionTemplate transaction,
      KnowledgeProperties properties,
      CurrentActor current,
      ApplicationEventPublisher events,
      Clock clock) {
    this.sources = sources;
    this.passages = passages;
    this.changes = changes;
    this.embeddings = embeddings;
    this.transaction = transaction;
    this.properties = properties;
    this.current = current;
    this.events = events;
    this.clock = clock;
  }

  /** When the source wants its next turn; empty when it is done. */
  Optional<Instant> work(String id) {
    JdbcSourceStore.Owned owned = sources.anywhere(id).orElse(null);
    if (owned == null || owned.source().status() != SourceStatus.PREPARING) {
      return Optional.empty();
    }
    long until = System.nanoTime() + properties.slice().toNanos();
    TenantId tenant = owned.tenant();
    KnowledgeSource source = owned.source();
    int done = source.prepared();
    do {
      List<Row> rows = passages.rows(tenant, id, done, BATCH);
      if (rows.isEmpty()) {
        finish(tenant, source);
        return Optional.empty();
      }
      Map<String, float[]> vectors = vectors(source.title(), rows);
      int prepared = done + rows.size();
      transaction.executeWithoutResult(
          status -> {
            passages.embedded(tenant, embeddings.model(), vectors);
            sources.prepared(tenant, id, prepared);
          });
      done = prepared;
    } while (System.nanoTime() < until);
    return Optional.of(clock.instant());
  }

  private Map<String, float[]> vectors(String title, List<Row> rows) {
    List<float[]> vectors = embeddings.embed(rows.stream().map(row -> row.words(title)).toList());
    Map<String, float[]> byId = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      byId.put(rows.get(i).id(), vectors.get(i));
    }
    return byId;
  }

  private void finish(TenantId tenant, KnowledgeSource source) {
    acting(
        tenant,
        source,
        () -> sources.lock(tenant, source.id()).ifPresent(there -> ready(tenant, there)));
  }

  /** It was tried often enough. */
  void fail(String id) {
    sources
        .anywhere(id)
        .ifPresent(owned -> acting(owned.tenant(), owned.source(), () -> failed(owned)));
  }

  private void failed(JdbcSourceStore.Owned owned) {
    KnowledgeSource source = owned.source();
    sources.ended(owned.tenant(), source.id(), SourceStatus.FAILED, TRIED_OFTEN);
    events.publishEvent(
        new KnowledgeSourceFailed(
            owned.tenant(),
            source.id(),
            source.collection(),
            source.title(),
            TRIED_OFTEN,
            clock.instant()));
  }

  /** In a transaction, as the platform for who brought the source. */
  private void acting(TenantId tenant, KnowledgeSource source, Runnable work) {
    current.as(
        Actor.system(tenant).onBehalfOf(new UserId(source.createdBy())),
        () ->
            transaction.execute(
                status -> {
                  work.run();
                  return true;
                }));
  }

  private void ready(TenantId tenant, KnowledgeSource source) {
    sources.ended(tenant, source.id(), SourceStatus.READY, null);
    if (source.key() != null) {
      sources.before(tenant, source).forEach(old -> replaced(tenant, old));
    }
    events.publishEvent(
        new KnowledgeSourceReady(
            tenant,
            source.id(),
            source.collection(),
            source.title(),
            source.passages(),
            clock.instant()));
    changes.add(tenant, source.id());
  }

  private void replaced(TenantId tenant, KnowledgeSource old) {
    sources.delete(tenant, old.id());
    changes.add(tenant, old.id());
    events.publishEvent(
        new KnowledgeSourceDeleted(
            tenant, old.id(), old.collection(), old.title(), clock.instant()));
  }
}
