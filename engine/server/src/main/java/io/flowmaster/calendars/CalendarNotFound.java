package io.flowmaster.calendars;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** There is no such calendar in the tenant. */
public final class CalendarNotFound extends Problem {
  public CalendarNotFound(String calendar) {
    super(
        ProblemKind.NOT_FOUND,
        "calendar-not-found",
        "There is no calendar " + calendar + " in this tenant.");
  }
}
