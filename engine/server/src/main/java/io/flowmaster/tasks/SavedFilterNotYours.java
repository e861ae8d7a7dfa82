package io.flowmaster.tasks;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** A shared filter is its owner's to change. */
public final class SavedFilterNotYours extends Problem {
  public SavedFilterNotYours() {
    super(
        ProblemKind.FORBIDDEN,
        "saved-filter-not-yours",
        "Only its owner changes a saved filter. Save a copy of your own instead.");
  }
}
