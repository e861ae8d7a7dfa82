package io.flowmaster.bulk;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** The job cannot be undone, or not now. */
public final class BulkNotUndoable extends Problem {
  public BulkNotUndoable(String why) {
    super(ProblemKind.CONFLICT, "bulk-not-undoable", why);
  }
}
