package io.flowmaster.executions;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The process itself failed while it was asked to go on; what was asked has not been done. */
public final class ActivityFailed extends Problem {

  /**
   * @param activityId where; null when it was outside any activity
   * @param message what the engine said, for example which expression cannot be resolved
   */
  public ActivityFailed(@Nullable String activityId, String message) {
    super(
        ProblemKind.UNACCEPTABLE,
        "activity-failed",
        (activityId == null
                ? "The process failed: "
                : "The process failed in the activity '" + activityId + "': ")
            + message
            + (message.endsWith(".") ? "" : ".")
            + " Nothing was changed.",
        List.of(),
        activityId == null ? Map.of() : Map.of("activityId", activityId));
  }
}
