package io.flowmaster.knowledge.internal;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.flowmaster.knowledge.ContentRefused;
import io.flowmaster.knowledge.KnowledgeSource;
import io.flowmaster.knowledge.KnowledgeSourceBrought;
import io.flowmaster.knowledge.KnowledgeSourceDeleted;
import io.flowmaster.knowledge.KnowledgeSourceNotFound;
import io.flowmaster.knowledge.KnowledgeSources;
import io.flowmaster.knowledge.NewKnowledgeSource;
import io.flowmaster.knowledge.SourceStatus;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Ids;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.TenantId;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Sources in tables; their passages are made ready by {@link IngestSlice}. */
@Component
class StoredSources implements KnowledgeSources {
  private final JdbcSourceStore store;
  private final JdbcPassageStore passages;
  private final JdbcChanges changes;
  private final SourceTexts texts;
  private final Readers readers;
  private final KnowledgeProperties properties;
  private final ObjectProvider<Scheduler> scheduler;
  private final CurrentActor current;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  StoredSources(
      JdbcSourceStore store,
      JdbcPassageStore passages,
      JdbcChanges changes,
      SourceTexts texts,
      Readers readers,
      KnowledgeProperties properties,
      ObjectProvider<Scheduler> scheduler,
      CurrentActor current,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.passages = passages;
    this.changes = changes;
    this.texts = texts;
    this.readers = readers;
    this.properties = properties;
    this.scheduler = scheduler;
    this.current = current;
    this.events = events;
    this.clock = clock;
  }

  @Override
  @Transactional
  public KnowledgeSource ingest(NewKnowledgeSource draft) {
    String collection = readers.require(draft.collection());
    SourceTexts.Titled read = texts.of(draft);
    StructuredText text = read.text();
    if (text.text().length() > properties.mostCharacters()) {
      throw new ContentRefused(
          "A text has at most " + properties.mostCharacters() + " characters.");
    }
    String language =
        draft.language() == null ? Language.detect(text.text()).tag() : draft.language();
    List<Piece> pieces = Chunker.pieces(text, language);
    if (pieces.isEmpty()) {
      throw new ContentRefused("There is no text in the content.");
    }
    if (pieces.size() > properties.mostPassages()) {
      throw new ContentRefused(
          "The text has %d passages, at most %d are taken; divide it."
              .formatted(pieces.size(), properties.mostPassages()));
    }
    KnowledgeSource source = source(draft, collection, read.title(), language, pieces.size());
    store.insert(tenant(), source, text.text());
    passages.insert(tenant(), source.id(), pieces);
    events.publishEvent(
        new KnowledgeSourceBrought(
            tenant(), source.id(), collection, source.title(), pieces.size(), clock.instant()));
    schedule(source);
    return source;
  }

  private KnowledgeSource source(
      NewKnowledgeSource draft, String collection, String title, String language, int pieces) {
    return new KnowledgeSource(
        Ids.next(),
        collection,
        title,
        draft.key(),
        draft.document(),
        language,
        draft.attributes(),
        SourceStatus.PREPARING,
        pieces,
        0,
        null,
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        current.get().id().value());
  }

  /** In this transaction; right after its commit this node looks for work. */
  private void schedule(KnowledgeSource source) {
    scheduler
        .getObject()
        .schedule(new TaskInstance<>(IngestSchedule.TASK, source.id()), source.createdAt());
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            scheduler.getObject().triggerCheckForDueExecutions();
          }
        });
  }

  @Override
  public Page<KnowledgeSource> search(String collection, PageQuery page) {
    String id = readers.require(collection);
    String before = page.cursor() == null ? null : page.cursor().string(0);
    return Page.of(
        store.page(tenant(), id, before, page.limit() + 1),
        page,
        source -> List.of(source.id()),
        page.count() ? store.count(tenant(), id) : null);
  }

  @Override
  public KnowledgeSource get(String id) {
    return store
        .find(tenant(), id)
        .filter(source -> readers.readable().contains(source.collection()))
        .orElseThrow(() -> new KnowledgeSourceNotFound(id));
  }

  @Override
  @Transactional
  public void delete(String id) {
    delete(tenant(), get(id));
  }

  /** The document that sources were taken from is gone. */
  @Transactional
  void deleteOfDocument(TenantId tenant, String document) {
    store.ofDocument(tenant, document).forEach(source -> delete(tenant, source));
  }

  private void delete(TenantId tenant, KnowledgeSource source) {
    store.delete(tenant, source.id());
    changes.add(tenant, source.id());
    events.publishEvent(
        new KnowledgeSourceDeleted(
            tenant, source.id(), source.collection(), source.title(), clock.instant()));
  }

  private TenantId tenant() {
    return current.tenant();
  }
}
