package io.flowmaster.calendars;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** The tenant has a calendar of that id. */
public final class CalendarTaken extends Problem {
  public CalendarTaken(String calendar) {
    super(
        ProblemKind.CONFLICT,
        "calendar-taken",
        "There is a calendar " + calendar + " already. Change it, or choose another id.");
  }
}
