package io.flowmaster.tasks.internal;

import io.flowmaster.platform.Actor;
import io.flowmaster.platform.UserId;
import java.util.Set;

/**
 * The current user works on the tasks of somebody who is away.
 *
 * @param rights the person, without any role: what may be done is what anybody may do with what is
 *     assigned, owned or offered
 * @param processKeys the processes it holds for; empty for all tasks
 */
record StandIn(Actor rights, Set<String> processKeys) {
  UserId person() {
    return rights.id();
  }

  /** Whether the task is the person's, or offered to the person, and it holds for its process. */
  boolean covers(EngineTask task) {
    return task.isOpen()
        && (processKeys.isEmpty()
            || task.process() != null && processKeys.contains(task.process().key()))
        && (TaskAccess.isAssignee(rights, task)
            || person().value().equals(task.owner())
            || TaskAccess.isCandidate(rights, task));
  }
}
