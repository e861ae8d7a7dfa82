package io.flowmaster.events;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import java.util.List;

/** What was sent is no event of CloudEvents 1.0, or its data do not fit its schema. */
public final class InvalidEvent extends Problem {
  public InvalidEvent(List<FieldError> errors) {
    super(
        ProblemKind.UNACCEPTABLE,
        "invalid-event",
        "It is no event that can be accepted; see errors. Nothing of the request was accepted.",
        errors);
  }
}
