package io.flowmaster.tasks.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.bulk.BulkOutcome;
import io.flowmaster.bulk.BulkWork;
import io.flowmaster.bulk.UndoableBulkAction;
import io.flowmaster.tasks.NewTaskBulk;
import io.flowmaster.tasks.NewTaskBulk.Change;
import io.flowmaster.tasks.TaskEdit;
import io.flowmaster.tasks.TaskId;
import io.flowmaster.tasks.TaskInbox;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sets priority and dates of each task. Undone, what is still as it was set gets its former value;
 * what somebody has changed since stays.
 */
record TaskChanging(TaskInbox inbox, VisibleTasks visible, ObjectMapper json)
    implements UndoableBulkAction {
  static final String CHANGE = "change";
  private static final TaskEdit NOTHING = edit(null, null, null);

  @Override
  public String name() {
    return TaskActions.name(NewTaskBulk.Action.CHANGE);
  }

  @Override
  public Set<String> roles() {
    return TaskActions.WORK;
  }

  @Override
  public BulkOutcome perform(BulkWork work) {
    EngineTask task = TaskActions.open(visible, work);
    Change change = read(work.parameters().get(CHANGE));
    TaskEdit edit =
        edit(
            forth(change.priority(), task.priority()),
            optional(forth(change.dueAt(), task.dueAt())),
            optional(forth(change.followUpAt(), task.followUpAt())));
    if (edit.equals(NOTHING)) {
      return new BulkOutcome.Skipped("already-so", "It was so already.");
    }
    inbox.change(new TaskId(work.item()), edit, null);
    Change former = new Change(task.priority(), task.dueAt(), task.followUpAt());
    return new BulkOutcome.Done(null, json.valueToTree(former));
  }

  @Override
  public BulkOutcome undo(BulkWork work) {
    EngineTask task = TaskActions.open(visible, work);
    Change set = read(work.parameters().get(CHANGE));
    Change former = read(work.memory());
    TaskEdit edit =
        edit(
            isStill(set.priority(), task.priority()) ? former.priority() : null,
            isStill(set.dueAt(), task.dueAt()) ? Optional.ofNullable(former.dueAt()) : null,
            isStill(set.followUpAt(), task.followUpAt())
                ? Optional.ofNullable(former.followUpAt())
                : null);
    if (edit.equals(NOTHING)) {
      return new BulkOutcome.Skipped("changed-since", "It was changed since; that stays.");
    }
    inbox.change(new TaskId(work.item()), edit, null);
    return BulkOutcome.done();
  }

  private static <T> @Nullable T forth(@Nullable T wanted, @Nullable T now) {
    return wanted == null || isStill(wanted, now) ? null : wanted;
  }

  private static <T> @Nullable Optional<T> optional(@Nullable T value) {
    return value == null ? null : Optional.of(value);
  }

  /** Whether something was set and nobody has set anything else; the engine keeps milliseconds. */
  private static boolean isStill(@Nullable Object set, @Nullable Object now) {
    return set instanceof Instant there && now instanceof Instant here
        ? there.toEpochMilli() == here.toEpochMilli()
        : set != null && set.equals(now);
  }

  private static TaskEdit edit(
      @Nullable Integer priority,
      @Nullable Optional<Instant> dueAt,
      @Nullable Optional<Instant> followUpAt) {
    return new TaskEdit(null, null, priority, dueAt, followUpAt, null, null);
  }

  private Change read(@Nullable JsonNode change) {
    try {
      return json.treeToValue(change, Change.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
