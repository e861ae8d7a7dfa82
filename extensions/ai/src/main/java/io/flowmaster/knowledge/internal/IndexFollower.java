package io.flowmaster.knowledge.internal;

import io.flowmaster.knowledge.KnowledgeSource;
import io.flowmaster.knowledge.SourceStatus;
import io.flowmaster.knowledge.internal.JdbcChanges.Change;
import io.flowmaster.knowledge.internal.JdbcPassageStore.Row;
import io.flowmaster.knowledge.internal.PassageIndex.IndexedPassage;
import io.flowmaster.knowledge.internal.PassageIndex.Place;
import io.flowmaster.models.Embeddings;
import io.flowmaster.platform.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Has this node's index follow the changes of the tables: before each question, so that what was
 * told is found, and now and then, so that a question has little to wait for.
 */
@Component
class IndexFollower {
  private static final Logger LOG = LoggerFactory.getLogger(IndexFollower.class);
  private static final int BATCH = 100;
  private static final int ROWS = 200;
  private final PassageIndex index;
  private final JdbcChanges changes;
  private final JdbcSourceStore sources;
  private final JdbcPassageStore passages;
  private final Embeddings embeddings;
  private final Map<TenantId, ReentrantLock> locks = new ConcurrentHashMap<>();

  IndexFollower(
      PassageIndex index,
      JdbcChanges changes,
      JdbcSourceStore sources,
      JdbcPassageStore passages,
      Embeddings embeddings) {
    this.index = index;
    this.changes = changes;
    this.sources = sources;
    this.passages = passages;
    this.embeddings = embeddings;
  }

  @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT5S")
  void followAll() {
    for (TenantId tenant : index.followed()) {
      try {
        while (!follow(tenant, Duration.ofMinutes(1))) {
          LOG.info("The index of {} has more to follow", tenant);
        }
      } catch (DataAccessException e) {
        LOG.warn("The index of {} follows later: {}", tenant, e.getMessage());
      }
    }
  }

  /**
   * Follows for a while.
   *
   * @return whether everything is in it that was committed before the call
   */
  boolean follow(TenantId tenant, Duration patience) {
    Place head = changes.head(tenant);
    if (head.epoch().isEmpty() || isThere(index.place(tenant), head)) {
      return true;
    }
    long until = System.nanoTime() + patience.toNanos();
    ReentrantLock lock = locks.computeIfAbsent(tenant, t -> new ReentrantLock());
    try {
      if (!lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return false;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    try {
      return follow(tenant, head, until);
    } finally {
      lock.unlock();
    }
  }

  private static boolean isThere(Place place, Place head) {
    return place.epoch().equals(head.epoch()) && place.seq() == head.seq();
  }

  /** An index of another epoch, or ahead of this database, is of another database. */
  private boolean follow(TenantId tenant, Place head, long until) {
    Place place = index.place(tenant);
    if (!place.epoch().equals(head.epoch()) || place.seq() > changes.head(tenant).seq()) {
      index.clear(tenant, head.epoch());
    }
    long reached = index.place(tenant).seq();
    long begun = reached;
    while (reached < head.seq() && System.nanoTime() < until) {
      List<Change> batch = changes.after(tenant, reached, BATCH);
      if (batch.isEmpty()) {
        reached = head.seq();
      }
      for (int i = 0; i < batch.size() && System.nanoTime() < until; i++) {
        replace(tenant, batch.get(i).source());
        reached = batch.get(i).seq();
      }
    }
    if (reached != begun) {
      index.reached(tenant, reached);
    }
    return reached >= head.seq();
  }

  private void replace(TenantId tenant, String id) {
    Optional<KnowledgeSource> ready =
        sources.find(tenant, id).filter(source -> source.status() == SourceStatus.READY);
    index.replace(tenant, id, ready.isEmpty() ? List.of() : () -> all(tenant, ready.get()));
  }

  private Iterator<IndexedPassage> all(TenantId tenant, KnowledgeSource source) {
    return new Iterator<>() {
      private Iterator<IndexedPassage> some = next(0);
      private int taken;

      private Iterator<IndexedPassage> next(int from) {
        return some(tenant, source, from).iterator();
      }

      @Override
      public boolean hasNext() {
        if (!some.hasNext() && taken > 0 && taken % ROWS == 0) {
          some = next(taken);
        }
        return some.hasNext();
      }

      @Override
      public IndexedPassage next() {
        IndexedPassage passage = some.next();
        taken++;
        return passage;
      }
    };
  }

  private List<IndexedPassage> some(TenantId tenant, KnowledgeSource source, int from) {
    List<IndexedPassage> some = new ArrayList<>();
    for (Row row : passages.rows(tenant, source.id(), from, ROWS)) {
      boolean isComparable = embeddings.model().equals(row.model());
      some.add(
          new IndexedPassage(
              row.id(),
              source.id(),
              source.collection(),
              Language.of(source.language()),
              row.words(source.title()),
              isComparable ? Vectors.floats(row.vector()) : null,
              source.attributes()));
    }
    return some;
  }
}
