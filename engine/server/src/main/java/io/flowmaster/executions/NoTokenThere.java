package io.flowmaster.executions;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import java.util.List;

/** No token of the execution is at the activity. */
public final class NoTokenThere extends Problem {
  public NoTokenThere(String pointer, String activityId) {
    super(
        ProblemKind.CONFLICT,
        "no-token-there",
        "The execution is not at '"
            + activityId
            + "' now. Read it again: activities says where it is.",
        List.of(new FieldError(pointer, "No token is there now.")));
  }
}
