package io.flowmaster.worker;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The work cannot be done now: the task comes again after a pause. The platform keeps the pause, so
 * it holds whatever happens to this application meanwhile.
 */
public final class RetryLater extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final @Nullable Duration pause;
  private final boolean counted;

  private RetryLater(
      String message, @Nullable Duration pause, boolean counted, @Nullable Throwable cause) {
    super(message, cause);
    if (pause != null && (pause.isNegative() || pause.isZero())) {
      throw new IllegalArgumentException("The pause before a retry is longer than nothing");
    }
    this.pause = pause;
    this.counted = counted;
  }

  /** As any other exception: the usual pause, which grows with each retry. */
  public RetryLater(String message, @Nullable Throwable cause) {
    this(message, null, true, cause);
  }

  /** After this pause; it costs one of the retries. */
  public RetryLater(String message, Duration pause) {
    this(message, pause, true, null);
  }

  /**
   * After this pause, at no cost: for work that did not fail but is not possible yet, as when a
   * quota is used up. Nothing but success ends it, so the reason has to be one that passes.
   */
  public static RetryLater atNoCost(String message, Duration pause) {
    return new RetryLater(message, pause, false, null);
  }

  /** The pause that was asked for; null for the usual one. */
  public @Nullable Duration pause() {
    return pause;
  }

  /** Whether it costs one of the retries. */
  public boolean isCounted() {
    return counted;
  }
}
