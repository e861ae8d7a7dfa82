package io.flowmaster.mcp;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** A server elsewhere did not do what it was asked for. */
public final class UpstreamFailed extends Problem {

  /**
   * @param why for the caller
   */
  public UpstreamFailed(String why) {
    super(ProblemKind.UNAVAILABLE, "upstream-failed", why);
  }
}
