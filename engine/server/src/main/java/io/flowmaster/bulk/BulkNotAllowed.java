package io.flowmaster.bulk;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** The actor has none of the roles of the action. */
public final class BulkNotAllowed extends Problem {
  public BulkNotAllowed() {
    super(ProblemKind.FORBIDDEN, "forbidden", "Your roles do not allow this.");
  }
}
