package io.flowmaster.knowledge.internal;

import io.flowmaster.knowledge.CollectionDraft;
import io.flowmaster.knowledge.CollectionNotFound;
import io.flowmaster.knowledge.CollectionTaken;
import io.flowmaster.knowledge.KnowledgeCollection;
import io.flowmaster.knowledge.KnowledgeCollectionChanged;
import io.flowmaster.knowledge.KnowledgeCollectionCreated;
import io.flowmaster.knowledge.KnowledgeCollectionDeleted;
import io.flowmaster.knowledge.KnowledgeCollections;
import io.flowmaster.knowledge.TooManyCollections;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Ids;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.TenantId;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The collections of the current tenant, from their table. */
@Component
class JdbcCollections implements KnowledgeCollections {
  private final JdbcCollectionStore store;
  private final JdbcChanges changes;
  private final Readers readers;
  private final KnowledgeProperties properties;
  private final CurrentActor current;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  JdbcCollections(
      JdbcCollectionStore store,
      JdbcChanges changes,
      Readers readers,
      KnowledgeProperties properties,
      CurrentActor current,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.changes = changes;
    this.readers = readers;
    this.properties = properties;
    this.current = current;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public Page<KnowledgeCollection> search(PageQuery page) {
    String after = page.cursor() == null ? "" : page.cursor().string(0);
    List<String> readable = readers.readable();
    return Page.of(
            store.page(tenant(), readable, after, page.limit() + 1),
            page,
            collection -> List.of(collection.name()),
            page.count() ? (long) readable.size() : null)
        .map(this::shown);
  }

  @Override
  public KnowledgeCollection get(String id) {
    String own = readers.require(id);
    return shown(store.find(tenant(), own).orElseThrow(() -> new CollectionNotFound(id)));
  }

  /** Who else may read it is told to who may say so. */
  private KnowledgeCollection shown(KnowledgeCollection all) {
    return readers.isAdministrator()
        ? all
        : new KnowledgeCollection(
            all.id(),
            all.name(),
            all.description(),
            null,
            all.sources(),
            all.createdBy(),
            all.updatedAt(),
            all.updatedBy(),
            all.revision());
  }

  @Override
  @Transactional
  public KnowledgeCollection create(CollectionDraft draft) {
    if (store.count(tenant()) >= properties.mostCollections()) {
      throw new TooManyCollections(properties.mostCollections());
    }
    String id = Ids.next();
    requireFree(draft.name(), id);
    try {
      store.insert(tenant(), id, draft, clock.instant(), me());
    } catch (DuplicateKeyException sameTime) {
      throw new CollectionTaken(draft.name());
    }
    events.publishEvent(
        new KnowledgeCollectionCreated(
            tenant(), id, draft.name(), draft.access(), clock.instant()));
    return store.find(tenant(), id).orElseThrow(() -> new CollectionNotFound(id));
  }

  @Override
  @Transactional
  public KnowledgeCollection change(String id, CollectionDraft draft, @Nullable String ifMatch) {
    KnowledgeCollection old = locked(id);
    old.revision().requireMatch(ifMatch);
    requireFree(draft.name(), id);
    try {
      store.update(tenant(), id, draft, clock.instant(), me());
    } catch (DuplicateKeyException sameTime) {
      throw new CollectionTaken(draft.name());
    }
    KnowledgeCollection now =
        store.find(tenant(), id).orElseThrow(() -> new CollectionNotFound(id));
    events.publishEvent(
        new KnowledgeCollectionChanged(tenant(), id, now.name(), old, now, clock.instant()));
    return now;
  }

  @Override
  @Transactional
  public void delete(String id, @Nullable String ifMatch) {
    KnowledgeCollection collection = locked(id);
    if (ifMatch != null) {
      collection.revision().requireMatch(ifMatch);
    }
    changes.addAllOf(tenant(), id);
    store.delete(tenant(), id);
    events.publishEvent(
        new KnowledgeCollectionDeleted(tenant(), id, collection.name(), clock.instant()));
  }

  private KnowledgeCollection locked(String id) {
    return store.lock(tenant(), id).orElseThrow(() -> new CollectionNotFound(id));
  }

  private void requireFree(String name, String id) {
    if (store.isTaken(tenant(), name, id)) {
      throw new CollectionTaken(name);
    }
  }

  private TenantId tenant() {
    return current.tenant();
  }

  private String me() {
    return current.get().id().value();
  }
}
