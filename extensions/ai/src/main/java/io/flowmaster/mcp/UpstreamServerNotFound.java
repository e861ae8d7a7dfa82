package io.flowmaster.mcp;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** There is no such server in the tenant. */
public final class UpstreamServerNotFound extends Problem {
  public UpstreamServerNotFound(String id) {
    super(
        ProblemKind.NOT_FOUND,
        "upstream-server-not-found",
        "There is no upstream server " + id + " in this tenant.");
  }
}
