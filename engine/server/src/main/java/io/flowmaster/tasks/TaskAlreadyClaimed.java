package io.flowmaster.tasks;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import java.util.List;
import java.util.Map;

/** Somebody else has the task; the member {@code assignee} says who. */
public final class TaskAlreadyClaimed extends Problem {
  public TaskAlreadyClaimed(String assignee) {
    super(
        ProblemKind.CONFLICT,
        "task-already-claimed",
        "The task is assigned to "
            + assignee
            + ". It has to be released first, or a manager assigns it to you.",
        List.of(),
        Map.of("assignee", assignee));
  }
}
