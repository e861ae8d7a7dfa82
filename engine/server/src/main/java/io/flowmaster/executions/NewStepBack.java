package io.flowmaster.executions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where to go back to.
 *
 * @param activityId an activity that the execution was at before
 * @param from activities all of whose tokens are taken away; empty when there is only one token
 * @param dryRun only say what would change
 * @param reason shown in the history, at most 1000 characters
 */
public record NewStepBack(
    String activityId, List<String> from, boolean dryRun, @Nullable String reason) {
  public NewStepBack {
    RefusedInput.checkText("/activityId", activityId, 255);
    RefusedInput.checkText("/reason", reason, 1000);
    from = List.copyOf(from);
  }
}
