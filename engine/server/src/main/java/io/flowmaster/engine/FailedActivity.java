package io.flowmaster.engine;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where in a process the engine was when a call failed. It is attached to each exception that
 * leaves an engine command, as a suppressed one, since the engine's own exceptions do not say it.
 */
public final class FailedActivity extends Exception {
  private final @Nullable String activityId;

  /**
   * @param activityId null when the command failed outside any activity
   */
  public FailedActivity(@Nullable String activityId) {
    super(activityId, null, false, false);
    this.activityId = activityId;
  }

  /** Whether the exception, or one of its causes, came out of an engine command. */
  public static boolean isKnown(Throwable thrown) {
    return find(thrown) != null;
  }

  /** The id of the BPMN element at which the engine failed. */
  public static Optional<String> of(Throwable thrown) {
    FailedActivity found = find(thrown);
    return Optional.ofNullable(found == null ? null : found.activityId);
  }

  private static @Nullable FailedActivity find(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      for (Throwable suppressed : cause.getSuppressed()) {
        if (suppressed instanceof FailedActivity found) {
          return found;
        }
      }
    }
    return null;
  }
}
