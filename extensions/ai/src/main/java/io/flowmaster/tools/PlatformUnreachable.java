package io.flowmaster.tools;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** The platform's own API did not answer as a whole in time. */
public final class PlatformUnreachable extends Problem {

  /**
   * @param why for the caller
   */
  public PlatformUnreachable(String why) {
    super(ProblemKind.UNAVAILABLE, "platform-unreachable", why);
  }
}
