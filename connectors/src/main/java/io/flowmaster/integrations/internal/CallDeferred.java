package io.flowmaster.integrations.internal;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The call is not made now: its limit is reached, or the other system rests after failures. */
final class CallDeferred extends Problem {
  private static final long serialVersionUID = 1L;
  private final Duration after;

  private CallDeferred(String code, String detail, Duration after) {
    super(
        ProblemKind.TOO_MANY,
        code,
        detail,
        List.of(),
        Map.of("retryAfter", Math.max(1, after.toSeconds())));
    this.after = after;
  }

  static CallDeferred limited(Duration after) {
    return new CallDeferred(
        "integration-limit", "The integration has made as many calls as it may.", after);
  }

  static CallDeferred resting(Duration after) {
    return new CallDeferred(
        "integration-resting",
        "The other system failed several times in a row; it is left alone for a while.",
        after);
  }

  /** When to try again. */
  Duration after() {
    return after;
  }
}
