package io.flowmaster.worker.internal;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the workers fare.
 *
 * @param trouble why the platform gives no tasks; null when it does
 * @param sinceLastAnswer how long ago the platform last answered
 */
record WorkerState(
    boolean running, @Nullable String trouble, Duration sinceLastAnswer, List<Topic> topics) {
  static final WorkerState STOPPED = new WorkerState(false, null, Duration.ZERO, List.of());
}
