package io.flowmaster.executions;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** Nobody waits for the message or signal. */
public final class MessageNotAwaited extends Problem {
  public MessageNotAwaited(String kind, String name) {
    super(
        ProblemKind.NOT_FOUND,
        kind + "-not-awaited",
        "No execution that matches waits for the " + kind + " '" + name + "' now.");
  }
}
