package io.flowmaster.tasks;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** There is no such task in this tenant, or the current user may not see it. */
public final class TaskNotFound extends Problem {
  public TaskNotFound(TaskId id) {
    super(
        ProblemKind.NOT_FOUND,
        "task-not-found",
        "There is no task " + id + " in this tenant that you may see.");
  }
}
