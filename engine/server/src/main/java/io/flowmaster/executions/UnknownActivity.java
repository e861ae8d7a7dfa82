package io.flowmaster.executions;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import java.util.List;

/** The model that the execution runs has no such activity. */
public final class UnknownActivity extends Problem {
  public UnknownActivity(String pointer, String activityId) {
    super(
        ProblemKind.UNACCEPTABLE,
        "unknown-activity",
        "The process has no activity '" + activityId + "' in the version that is running.",
        List.of(
            new FieldError(pointer, "Take the id of an activity of the version that is running.")));
  }
}
