package io.flowmaster.executions;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** The execution was never at the activity. */
public final class NeverBeenThere extends Problem {
  public NeverBeenThere(String activityId) {
    super(
        ProblemKind.CONFLICT,
        "never-been-there",
        "The execution was never at " + activityId + ". Move a token there instead.");
  }
}
