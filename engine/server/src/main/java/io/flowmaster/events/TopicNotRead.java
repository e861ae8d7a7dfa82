package io.flowmaster.events;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** Records of this topic are not this tenant's any more. */
public final class TopicNotRead extends Problem {
  public TopicNotRead(String topic) {
    super(
        ProblemKind.CONFLICT,
        "topic-not-read",
        "The topic " + topic + " is not read for this tenant any more.");
  }
}
