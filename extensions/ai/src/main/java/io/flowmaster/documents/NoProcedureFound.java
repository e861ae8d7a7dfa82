package io.flowmaster.documents;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** A document describes no work that a process could be made of. */
public final class NoProcedureFound extends Problem {
  public NoProcedureFound(String document) {
    super(
        ProblemKind.UNACCEPTABLE,
        "no-procedure-found",
        "The document "
            + document
            + " describes no steps: none of its rows or sentences says who does what.");
  }
}
