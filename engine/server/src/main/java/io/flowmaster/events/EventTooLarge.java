package io.flowmaster.events;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** More was sent than a request may hold. */
public final class EventTooLarge extends Problem {
  public EventTooLarge(int most) {
    super(
        ProblemKind.TOO_LARGE,
        "event-too-large",
        "A request holds at most " + most / 1024 + " KiB. Send a reference instead of the thing.");
  }
}
