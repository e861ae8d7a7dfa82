package io.flowmaster.tasks;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** The current user sees the task, but what was asked for is up to somebody else. */
public final class TaskNotYours extends Problem {
  public TaskNotYours(String detail) {
    super(ProblemKind.FORBIDDEN, "task-not-yours", detail);
  }
}
