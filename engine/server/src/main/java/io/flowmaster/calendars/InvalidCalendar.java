package io.flowmaster.calendars;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import java.util.List;

/** What was sent is no calendar that anything can be computed with. */
public final class InvalidCalendar extends Problem {
  public InvalidCalendar(List<FieldError> errors) {
    super(
        ProblemKind.UNACCEPTABLE,
        "invalid-calendar",
        "The calendar cannot be used as it is; see errors.",
        errors);
  }
}
