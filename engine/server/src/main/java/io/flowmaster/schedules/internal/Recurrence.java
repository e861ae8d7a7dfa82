package io.flowmaster.schedules.internal;

import io.flowmaster.schedules.RunNote;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When something is due, without regard to working time. */
interface Recurrence {

  /** The first time after; null when there is none. */
  @Nullable Due next(Instant after);

  /** A time, and what is not plain about it. */
  record Due(Instant at, List<RunNote> notes) {}
}
