package io.flowmaster.schedules;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import java.util.List;

/** What was sent is no schedule that can run. */
public final class InvalidSchedule extends Problem {
  public InvalidSchedule(List<FieldError> errors) {
    super(
        ProblemKind.UNACCEPTABLE,
        "invalid-schedule",
        "The schedule cannot run as it is; see errors.",
        errors);
  }

  public InvalidSchedule(String pointer, String detail) {
    this(List.of(new FieldError(pointer, detail)));
  }
}
