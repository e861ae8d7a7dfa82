package io.flowmaster.tasks.internal;

import io.flowmaster.platform.AccessPolicy;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.tasks.TaskAlreadyClaimed;
import io.flowmaster.tasks.TaskAlreadyDone;
import io.flowmaster.tasks.TaskId;
import io.flowmaster.tasks.TaskNotFound;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ProcessEngineException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tries to change an open task in one transaction. Races are decided by the engine's own optimistic
 * lock; who loses one is told what the winner did.
 */
@Component
class TaskAttempt {
  private final VisibleTasks visible;
  private final JdbcTaskStore store;
  private final StandIns standIns;
  private final InboxSync sync;
  private final RowsInHand inHand;
  private final CurrentActor current;
  private final TaskPolicies policies;
  private final TransactionTemplate transaction;

  TaskAttempt(
      VisibleTasks visible,
      JdbcTaskStore store,
      StandIns standIns,
      InboxSync sync,
      RowsInHand inHand,
      CurrentActor current,
      TaskPolicies policies,
      TransactionTemplate transaction) {
    this.visible = visible;
    this.store = store;
    this.standIns = standIns;
    this.sync = sync;
    this.inHand = inHand;
    this.current = current;
    this.policies = policies;
    this.transaction = transaction;
  }

  /** For what everybody may do who sees the task. */
  void on(TaskId id, @Nullable String ifMatch, Consumer<TaskRow> change) {
    on(id, ifMatch, TaskAccess::sees, (rights, row) -> change.accept(row));
  }

  /**
   * As below, when the tenant's access policy allows it too.
   *
   * @param action one of {@link AccessPolicy.Action}'s
   */
  TaskRow on(
      TaskId id,
      @Nullable String ifMatch,
      String action,
      BiPredicate<Actor, TaskRow> right,
      BiConsumer<Actor, TaskRow> change) {
    return on(
        id,
        ifMatch,
        right,
        (rights, row) -> {
          policies.require(action, row);
          change.accept(rights, row);
        });
  }

  /**
   * @param right what it takes to do it; who lacks it may do it in the place of somebody who has it
   * @param change is told in whose place: the current user's own, or else the person's without
   *     roles; it refuses when the right is lacking
   * @return the row afterwards
   */
  TaskRow on(
      TaskId id,
      @Nullable String ifMatch,
      BiPredicate<Actor, TaskRow> right,
      BiConsumer<Actor, TaskRow> change) {
    TaskRow[] seen = new TaskRow[1];
    try {
      RowsInHand.InHand row =
          Objects.requireNonNull(
              transaction.execute(
                  status -> {
                    seen[0] = visible.open(id, ifMatch);
                    RowsInHand.InHand kept = inHand.read(seen[0]);
                    inPlace(seen[0], right, change);
                    if (!status.isNewTransaction()) {
                      // The one around it, of an Idempotency-Key, commits after the answer is read.
                      sync.refresh(List.of(id.value()), true);
                    }
                    return kept;
                  }));
      return row.written() == null ? visible.changed(id) : row.written();
    } catch (ProcessEngineException | NullPointerException refused) {
      // With the latter the engine fails on a task whose execution ended after the task was read.
      if (seen[0] != null) {
        explain(id, seen[0]);
      }
      throw refused;
    }
  }

  /** What was done for somebody is brought into the inbox while it is known for whom. */
  private void inPlace(
      TaskRow row, BiPredicate<Actor, TaskRow> right, BiConsumer<Actor, TaskRow> change) {
    Actor me = current.get();
    StandIn place = right.test(me, row) ? null : standIns.fitting(me, row, right);
    if (place == null) {
      change.accept(me, row);
      return;
    }
    current.as(
        me.onBehalfOf(place.person()),
        () -> {
          change.accept(place.rights(), row);
          sync.refresh(List.of(row.id()), true);
          return row;
        });
  }

  private void explain(TaskId id, TaskRow seen) {
    TaskRow now = afresh(id);
    if (!now.task().isOpen()) {
      throw new TaskAlreadyDone(now.task().status());
    }
    String winner = now.task().assignee();
    if (seen.task().assignee() == null && winner != null) {
      throw new TaskAlreadyClaimed(winner);
    }
  }

  /** What the refusal left of a transaction around this one may answer no more questions. */
  private TaskRow afresh(TaskId id) {
    TransactionTemplate own =
        new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
    own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    own.setReadOnly(true);
    return Objects.requireNonNull(own.execute(status -> store.find(current.tenant(), id.value())))
        .orElseThrow(() -> new TaskNotFound(id));
  }
}
