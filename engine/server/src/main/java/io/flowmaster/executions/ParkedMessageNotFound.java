package io.flowmaster.executions;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** No such message waits. */
public final class ParkedMessageNotFound extends Problem {
  public ParkedMessageNotFound() {
    super(
        ProblemKind.NOT_FOUND,
        "parked-message-not-found",
        "No such message waits; it may have been received or have expired.");
  }
}
