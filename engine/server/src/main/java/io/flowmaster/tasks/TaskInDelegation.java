package io.flowmaster.tasks;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** What was asked for does not fit the state of the delegation of the task. */
public final class TaskInDelegation extends Problem {
  public TaskInDelegation(String detail) {
    super(ProblemKind.CONFLICT, "task-in-delegation", detail);
  }
}
