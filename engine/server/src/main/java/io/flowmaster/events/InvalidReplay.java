package io.flowmaster.events;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** These events cannot be replayed. */
public final class InvalidReplay extends Problem {
  public InvalidReplay(String detail) {
    super(ProblemKind.UNACCEPTABLE, "invalid-replay", detail);
  }
}
