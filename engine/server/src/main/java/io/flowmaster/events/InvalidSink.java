package io.flowmaster.events;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** Nothing can be delivered to such a target. */
public final class InvalidSink extends Problem {
  public InvalidSink(String detail) {
    super(ProblemKind.UNACCEPTABLE, "invalid-sink", detail);
  }
}
