package io.flowmaster.executions;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** Too many messages of the tenant wait already. */
public final class TooManyParkedMessages extends Problem {
  public TooManyParkedMessages(int most) {
    super(
        ProblemKind.TOO_MANY,
        "too-many-parked-messages",
        "At most "
            + most
            + " messages wait for a receiver. Drop some, or send this one when somebody waits for it.");
  }
}
