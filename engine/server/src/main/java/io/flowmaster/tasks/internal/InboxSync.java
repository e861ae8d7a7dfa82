package io.flowmaster.tasks.internal;

import static java.util.stream.Collectors.toMap;

import io.flowmaster.engine.StoredTask;
import io.flowmaster.engine.TaskChanges;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps the inbox as the engine is. It runs inside the transaction that changed the tasks, after
 * the engine has flushed: it locks the rows, so that transactions that change the same task's
 * candidates come one after the other, learns what the tasks are now, and has written what differs.
 *
 * <p>Nothing is read that is known: a new task has no row, and of a task that changed in the usual
 * ways the engine tells all but its candidates, which are those of the row. A row that the
 * transaction has read already is not locked but written if it is still the same, which comes to
 * the same thing.
 *
 * <p>Engine rows are always locked before inbox rows, here and in everything that this area does;
 * the other order could deadlock.
 */
@Component
class InboxSync implements TaskChanges {
  private static final int BATCH = 200;
  private final EngineTaskReader engine;
  private final JdbcTaskStore store;
  private final InboxWriter writer;
  private final RowsInHand inHand;
  private final Clock clock;

  InboxSync(
      EngineTaskReader engine,
      JdbcTaskStore store,
      InboxWriter writer,
      RowsInHand inHand,
      Clock clock) {
    this.engine = engine;
    this.store = store;
    this.writer = writer;
    this.inHand = inHand;
    this.clock = clock;
  }

  /** How many rows a synchronisation added, corrected, and found right. */
  record Written(int added, int corrected, int unchanged) {
    static final Written NOTHING = new Written(0, 0, 0);

    Written plus(Written other) {
      return new Written(
          added + other.added, corrected + other.corrected, unchanged + other.unchanged);
    }
  }

  @Override
  public void tasksChanged(
      Set<String> touched,
      Set<String> completed,
      Set<String> deleted,
      Map<String, StoredTask> stored) {
    Set<String> ids = new TreeSet<>(touched);
    ids.addAll(completed);
    ids.addAll(deleted);
    Set<String> ended = new HashSet<>(completed);
    ended.addAll(deleted);
    List<String> sorted = new ArrayList<>(ids);
    for (int from = 0; from < sorted.size(); from += BATCH) {
      List<String> batch = sorted.subList(from, Math.min(from + BATCH, sorted.size()));
      bring(without(batch, writtenInHand(batch, stored)), ended, stored);
    }
  }

  /** The one task that is not new, when its row is in hand and was written; null otherwise. */
  private @Nullable String writtenInHand(List<String> ids, Map<String, StoredTask> stored) {
    List<String> old = ids.stream().filter(id -> !isNew(stored.get(id))).toList();
    StoredTask task = old.size() == 1 ? stored.get(old.get(0)) : null;
    TaskRow row = task == null ? null : inHand.find(task.id());
    if (task == null || row == null) {
      return null;
    }
    EngineTask now = engine.of(List.of(task), Map.of(row.id(), row)).get(row.id());
    boolean isWritten =
        !row.task().equals(now) && writer.change(row, now, clock.instant(), true) != null;
    return isWritten ? row.id() : null;
  }

  private static List<String> without(List<String> ids, @Nullable String done) {
    return done == null ? ids : ids.stream().filter(id -> !id.equals(done)).toList();
  }

  /**
   * Makes the rows equal to what the engine says now.
   *
   * @param ids at most a few hundred, sorted
   * @param tell whether the differences are facts that just happened, to be published as events
   */
  Written refresh(Collection<String> ids, boolean tell) {
    return write(ids, locked(ids), Set.of(), Map.of(), tell);
  }

  private void bring(List<String> ids, Set<String> ended, Map<String, StoredTask> stored) {
    List<String> old = ids.stream().filter(id -> !isNew(stored.get(id))).toList();
    write(ids, locked(old), ended, stored, true);
  }

  private Written write(
      Collection<String> ids,
      Map<String, TaskRow> rows,
      Set<String> ended,
      Map<String, StoredTask> stored,
      boolean tell) {
    Map<String, EngineTask> tasks = new HashMap<>(engine.of(known(ids, rows, stored), rows));
    tasks.putAll(engine.read(ids.stream().filter(id -> !tasks.containsKey(id)).toList(), ended));
    Instant now = clock.instant();
    Written written = Written.NOTHING;
    for (String id : ids) {
      TaskRow row = rows.get(id);
      EngineTask task = current(row, tasks.get(id), now);
      if (task != null) {
        written = written.plus(write(row, task, now, tell));
      }
    }
    return written;
  }

  private Written write(@Nullable TaskRow row, EngineTask task, Instant now, boolean tell) {
    if (row == null) {
      writer.add(task, now, tell);
      return new Written(1, 0, 0);
    }
    if (row.task().equals(task)) {
      if (!tell) {
        store.listAnew(row);
      }
      return new Written(0, 0, 1);
    }
    if (writer.change(row, task, now, tell) == null) {
      throw new IllegalStateException("the row of task " + task.id() + " was not locked");
    }
    return new Written(0, 1, 0);
  }

  /** What need not be read; the candidates of a task that has no row yet are not known. */
  private static List<StoredTask> known(
      Collection<String> ids, Map<String, TaskRow> rows, Map<String, StoredTask> stored) {
    return ids.stream()
        .map(stored::get)
        .filter(Objects::nonNull)
        .filter(task -> task.isNew() || rows.containsKey(task.id()))
        .toList();
  }

  private Map<String, TaskRow> locked(Collection<String> ids) {
    return ids.isEmpty()
        ? Map.of()
        : store.lock(ids).stream().collect(toMap(TaskRow::id, row -> row));
  }

  private static boolean isNew(@Nullable StoredTask task) {
    return task != null && task.isNew();
  }

  /** What is to stand in the row; null when there is nothing to write. */
  private static @Nullable EngineTask current(
      @Nullable TaskRow row, @Nullable EngineTask task, Instant now) {
    if (task == null) {
      return row != null && row.task().isOpen() ? row.task().cancelled(now) : null;
    }
    return row == null || task.isOpen()
        ? task
        : task.offeredTo(row.task().candidateGroups(), row.task().candidateUsers());
  }
}
