package io.flowmaster.realtime;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** There is no such channel, or the actor may not listen to it. */
public final class ChannelNotFound extends Problem {
  public ChannelNotFound() {
    super(ProblemKind.NOT_FOUND, "channel-not-found", "There is no such channel for you.");
  }
}
