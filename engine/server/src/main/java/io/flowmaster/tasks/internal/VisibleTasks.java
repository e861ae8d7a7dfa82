package io.flowmaster.tasks.internal;

import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Revision;
import io.flowmaster.tasks.TaskAlreadyDone;
import io.flowmaster.tasks.TaskId;
import io.flowmaster.tasks.TaskNotFound;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds tasks for the current user. */
@Component
class VisibleTasks {
  private final JdbcTaskStore store;
  private final StandIns standIns;
  private final CurrentActor current;
  private final TaskPolicies policies;

  VisibleTasks(
      JdbcTaskStore store, StandIns standIns, CurrentActor current, TaskPolicies policies) {
    this.store = store;
    this.standIns = standIns;
    this.current = current;
    this.policies = policies;
  }

  /**
   * @throws TaskNotFound when it is not there, another tenant's, or not for the current user
   */
  TaskRow get(TaskId id) {
    return store
        .find(current.tenant(), id.value())
        .filter(this::isVisible)
        .orElseThrow(() -> new TaskNotFound(id));
  }

  boolean isVisible(TaskRow row) {
    return (TaskAccess.sees(current.get(), row) || place(row) != null) && policies.mayRead(row);
  }

  /** Those of many that the current user may see; who stands in for whom is asked once. */
  List<TaskRow> among(List<TaskRow> rows) {
    Actor me = current.get();
    boolean all = rows.stream().allMatch(row -> TaskAccess.sees(me, row));
    List<StandIn> places = all ? List.of() : standIns.of(me);
    return rows.stream()
        .filter(
            row ->
                TaskAccess.sees(me, row)
                    || places.stream()
                        .anyMatch(
                            place ->
                                place.covers(row.task()) && TaskAccess.sees(place.rights(), row)))
        .filter(policies::mayRead)
        .toList();
  }

  /**
   * An open task, to be changed.
   *
   * @throws TaskAlreadyDone when it has ended
   * @throws Revision.StaleRevision when it is not the version that {@code ifMatch} names
   */
  TaskRow open(TaskId id, @Nullable String ifMatch) {
    TaskRow row = get(id);
    if (!row.task().isOpen()) {
      throw new TaskAlreadyDone(row.task().status());
    }
    if (ifMatch != null) {
      new Revision(row.revision()).requireMatch(ifMatch);
    }
    return row;
  }

  /** Does something with a task that was found, in the place of whoever it was found for. */
  <T> T acting(TaskRow row, Supplier<T> work) {
    Actor me = current.get();
    StandIn place = TaskAccess.sees(me, row) ? null : place(row);
    return place == null ? work.get() : current.as(me.onBehalfOf(place.person()), work);
  }

  private @Nullable StandIn place(TaskRow row) {
    return standIns.fitting(current.get(), row, TaskAccess::sees);
  }

  /** The task after the current user changed it, even when the user does not see it any more. */
  TaskRow changed(TaskId id) {
    return store.find(current.tenant(), id.value()).orElseThrow(() -> new TaskNotFound(id));
  }
}
