package io.flowmaster.executions;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** The execution has no such open incident. */
public final class IncidentNotFound extends Problem {
  public IncidentNotFound() {
    super(
        ProblemKind.NOT_FOUND,
        "incident-not-found",
        "The execution has no such open incident; perhaps it was resolved.");
  }
}
