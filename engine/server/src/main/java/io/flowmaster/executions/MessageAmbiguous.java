package io.flowmaster.executions;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** Several executions wait for the message. */
public final class MessageAmbiguous extends Problem {
  public MessageAmbiguous(String name) {
    super(
        ProblemKind.CONFLICT,
        "message-ambiguous",
        "More than one execution waits for the message '"
            + name
            + "'. Say which one is meant by businessKey or by correlation values; nobody received it.");
  }
}
