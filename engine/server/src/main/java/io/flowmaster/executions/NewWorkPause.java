package io.flowmaster.executions;

import org.jspecify.annotations.Nullable;

/**
 * Which work to hold back: a topic, of one process or of all, or an activity of a process.
 *
 * @param reason shown with the pause, at most 1000 characters
 */
public record NewWorkPause(
    @Nullable String processKey,
    @Nullable String activityId,
    @Nullable String topic,
    @Nullable String reason) {
  public NewWorkPause {
    RefusedInput.checkText("/processKey", processKey, 255);
    RefusedInput.checkText("/activityId", activityId, 255);
    RefusedInput.checkText("/topic", topic, 255);
    RefusedInput.checkText("/reason", reason, 1000);
    if ((topic == null) == (activityId == null)) {
      throw new RefusedInput("/topic", "Name a topic, or an activity of a process.");
    }
    if (activityId != null && processKey == null) {
      throw new RefusedInput("/processKey", "Name the process of the activity.");
    }
  }
}
