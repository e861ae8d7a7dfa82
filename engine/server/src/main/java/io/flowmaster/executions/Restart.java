package io.flowmaster.executions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to run an ended execution again.
 *
 * @param version of the process; null for the one it ran on
 * @param activities where to begin; at the start when empty
 * @param variables which of its values to begin with
 * @param reason shown in the history of both, at most 1000 characters
 */
public record Restart(
    @Nullable Integer version,
    List<String> activities,
    Variables variables,
    @Nullable String reason) {

  /** Which values. */
  public enum Variables {
    /** Those it was started with. */
    INITIAL,
    /** Those it had at its end. */
    LAST,
    /** None. */
    NONE
  }

  public Restart {
    activities = List.copyOf(activities);
    RefusedInput.checkText("/reason", reason, 1000);
  }
}
