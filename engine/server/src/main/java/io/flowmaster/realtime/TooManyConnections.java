package io.flowmaster.realtime;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** An actor has as many connections to this node as one may have. */
public final class TooManyConnections extends Problem {
  public TooManyConnections(int most) {
    super(
        ProblemKind.TOO_MANY,
        "too-many-connections",
        "One has at most " + most + " connections. Close one, or subscribe on one that is open.");
  }
}
