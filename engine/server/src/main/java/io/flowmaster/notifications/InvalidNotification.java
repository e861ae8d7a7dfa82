package io.flowmaster.notifications;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import java.util.List;

/** What was sent is no notification that can be delivered. */
public final class InvalidNotification extends Problem {
  public InvalidNotification(String pointer, String detail) {
    super(
        ProblemKind.UNACCEPTABLE,
        "invalid-notification",
        "The notification cannot be sent as it is; see errors.",
        List.of(new FieldError(pointer, detail)));
  }
}
