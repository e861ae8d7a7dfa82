package io.flowmaster.tasks.internal;

import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.UserId;
import io.flowmaster.tasks.TaskStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The one writer of the engine's part of the inbox: rows, their audit trail, and the facts. */
@Component
class InboxWriter {
  private static final String SYSTEM = "system";
  private final JdbcTaskStore store;
  private final JdbcTaskTrail trail;
  private final TaskFacts facts;
  private final TaskWatch watch;
  private final CurrentActor current;
  private final RowsInHand inHand;

  InboxWriter(
      JdbcTaskStore store,
      JdbcTaskTrail trail,
      TaskFacts facts,
      TaskWatch watch,
      CurrentActor current,
      RowsInHand inHand) {
    this.store = store;
    this.trail = trail;
    this.facts = facts;
    this.watch = watch;
    this.current = current;
    this.inHand = inHand;
  }

  /**
   * @param tell whether it happened just now, and is to be published
   */
  void add(EngineTask task, Instant now, boolean tell) {
    String actor = actor();
    String seen = tell ? actor : SYSTEM;
    if (!tell) {
      store.unlist(task.id());
    }
    String completedBy = completedBy(null, task, seen);
    store.insert(task, createdBy(task, seen), completedBy, now);
    String person = completedBy == null ? null : onBehalfOf();
    if (person != null) {
      store.keepCompletedFor(task.id(), person);
    }
    tell(null, task, completedBy, actor, now, tell);
  }

  /**
   * @param row what the task was, locked or not
   * @param tell whether it happened just now, and is to be published
   * @return the row as it is now; null, and nothing was written, when others changed it
   */
  @Nullable TaskRow change(TaskRow row, EngineTask task, Instant now, boolean tell) {
    String actor = actor();
    String completedBy = completedBy(row, task, tell ? actor : SYSTEM);
    if (!tell) {
      store.listAnew(row);
    }
    TaskRow written = store.update(row, task, completedBy, now);
    if (written == null) {
      return null;
    }
    String person = completedBy == null || row.completedBy() != null ? null : onBehalfOf();
    if (person != null) {
      store.keepCompletedFor(task.id(), person);
      written = written.withCompletedFor(person);
    }
    inHand.wrote(written);
    tell(row, task, completedBy, actor, now, tell);
    return written;
  }

  private void tell(
      @Nullable TaskRow row,
      EngineTask task,
      @Nullable String completedBy,
      String actor,
      Instant now,
      boolean tell) {
    EngineTask old = row == null ? null : row.task();
    watch.changed(old, task, now);
    List<TaskDifference.Change> changes = TaskDifference.between(old, task);
    trail.append(task.tenant(), task.id(), now, actor, changes);
    if (tell) {
      facts.publish(row, task, completedBy, changes, now);
    }
  }

  private String actor() {
    return current.find().map(Actor::id).map(Object::toString).orElse(SYSTEM);
  }

  private @Nullable String onBehalfOf() {
    return current.find().map(Actor::onBehalfOf).map(UserId::value).orElse(null);
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
