package io.flowmaster.tasks.internal;

import static java.util.stream.Collectors.toMap;

import io.flowmaster.engine.TaskChanges;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.tasks.TaskStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The one writer of the inbox. It runs inside the transaction that changed the tasks, after the
 * engine has flushed: it locks the rows, so that transactions that change the same task's
 * candidates come one after the other, reads the tasks anew, and writes what differs, with its
 * audit trail.
 *
 * <p>Engine rows are always locked before inbox rows, here and in everything that this area does;
 * the other order could deadlock.
 */
@Component
class InboxSync implements TaskChanges {
  private static final int BATCH = 200;
  private static final String SYSTEM = "system";
  private final EngineTaskReader engine;
  private final JdbcTaskStore store;
  private final JdbcTaskTrail trail;
  private final TaskFacts facts;
  private final TaskWatch watch;
  private final CurrentActor current;
  private final Clock clock;

  InboxSync(
      EngineTaskReader engine,
      JdbcTaskStore store,
      JdbcTaskTrail trail,
      TaskFacts facts,
      TaskWatch watch,
      CurrentActor current,
      Clock clock) {
    this.engine = engine;
    this.store = store;
    this.trail = trail;
    this.facts = facts;
    this.watch = watch;
    this.current = current;
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
  public void tasksChanged(Set<String> touched, Set<String> completed, Set<String> deleted) {
    Set<String> ids = new TreeSet<>(touched);
    ids.addAll(completed);
    ids.addAll(deleted);
    Set<String> ended = new HashSet<>(completed);
    ended.addAll(deleted);
    List<String> sorted = new ArrayList<>(ids);
    for (int from = 0; from < sorted.size(); from += BATCH) {
      refresh(sorted.subList(from, Math.min(from + BATCH, sorted.size())), ended, true);
    }
  }

  /**
   * Makes the rows equal to what the engine says now.
   *
   * @param ids at most a few hundred, sorted
   * @param tell whether the differences are facts that just happened, to be published as events
   */
  Written refresh(Collection<String> ids, boolean tell) {
    return refresh(ids, Set.of(), tell);
  }

  private Written refresh(Collection<String> ids, Set<String> ended, boolean tell) {
    if (ids.isEmpty()) {
      return Written.NOTHING;
    }
    Map<String, TaskRow> rows = store.lock(ids).stream().collect(toMap(TaskRow::id, row -> row));
    Map<String, EngineTask> tasks = engine.read(ids, ended);
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

  private Written write(@Nullable TaskRow row, EngineTask task, Instant now, boolean tell) {
    if (row != null && row.task().equals(task)) {
      if (!tell) {
        store.listAnew(row);
      }
      return new Written(0, 0, 1);
    }
    String actor = current.find().map(Actor::id).map(Object::toString).orElse(SYSTEM);
    String completedBy = completedBy(row, task, tell ? actor : SYSTEM);
    if (row == null) {
      if (!tell) {
        store.unlist(task.id());
      }
      store.insert(task, createdBy(task, tell ? actor : SYSTEM), completedBy, now);
    } else {
      if (!tell) {
        store.listAnew(row);
      }
      store.update(row, task, completedBy, now);
    }
    if (completedBy != null && (row == null || row.completedBy() == null)) {
      current
          .find()
          .map(Actor::onBehalfOf)
          .ifPresent(person -> store.keepCompletedFor(task.id(), person.value()));
    }
    watch.changed(row == null ? null : row.task(), task, now);
    List<TaskDifference.Change> changes =
        TaskDifference.between(row == null ? null : row.task(), task);
    trail.append(task.tenant(), task.id(), now, actor, changes);
    if (tell) {
      facts.publish(row, task, completedBy, changes, now);
    }
    return row == null ? new Written(1, 0, 0) : new Written(0, 1, 0);
  }

  /** Who starts a process does not make its tasks: that must give no rights on them. */
  private static @Nullable String createdBy(EngineTask task, String actor) {
    return task.process() != null || actor.equals(SYSTEM) ? null : actor;
  }

  /** A task that nobody is seen to complete was completed by its assignee, as far as is known. */
  private static @Nullable String completedBy(
      @Nullable TaskRow row, EngineTask task, String actor) {
    if (task.status() != TaskStatus.COMPLETED) {
      return null;
    }
    if (row != null && row.completedBy() != null) {
      return row.completedBy();
    }
    return actor.equals(SYSTEM) ? task.assignee() : actor;
  }
}
