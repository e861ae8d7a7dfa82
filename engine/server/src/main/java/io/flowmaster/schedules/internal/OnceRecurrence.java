package io.flowmaster.schedules.internal;

import io.flowmaster.schedules.RunNote;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One time. */
record OnceRecurrence(Instant at, List<RunNote> notes) implements Recurrence {

  @Override
  public @Nullable Due next(Instant after) {
    return at.isAfter(after) ? new Due(at, notes) : null;
  }
}
