package io.flowmaster.mcp;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** The tenant has a server of that name. */
public final class UpstreamServerTaken extends Problem {
  public UpstreamServerTaken(String name) {
    super(
        ProblemKind.CONFLICT,
        "upstream-server-taken",
        "There is an upstream server '" + name + "' already. Choose another name.");
  }
}
