package io.flowmaster.schedules.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Again and again after the same time, counted from an anchor; what a clock on the wall shows does
 * not matter.
 */
record IntervalRecurrence(Instant anchor, Duration every) implements Recurrence {

  @Override
  public Due next(Instant after) {
    if (after.isBefore(anchor)) {
      return new Due(anchor.plus(every), List.of());
    }
    long periods = Duration.between(anchor, after).dividedBy(every) + 1;
    return new Due(anchor.plus(every.multipliedBy(periods)), List.of());
  }
}
