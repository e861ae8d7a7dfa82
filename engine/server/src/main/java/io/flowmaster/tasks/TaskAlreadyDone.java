package io.flowmaster.tasks;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The task has ended. */
public final class TaskAlreadyDone extends Problem {
  public TaskAlreadyDone(TaskStatus status) {
    super(
        ProblemKind.CONFLICT,
        "task-already-done",
        "The task is "
            + status.name().toLowerCase(Locale.ROOT)
            + " and cannot be changed any more. Read it to see who did what.",
        List.of(),
        Map.of("taskStatus", status.name()));
  }
}
