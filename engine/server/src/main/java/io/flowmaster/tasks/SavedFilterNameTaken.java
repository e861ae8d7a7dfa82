package io.flowmaster.tasks;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** The user has a filter of that name. */
public final class SavedFilterNameTaken extends Problem {
  public SavedFilterNameTaken(String name) {
    super(
        ProblemKind.CONFLICT,
        "saved-filter-name-taken",
        "You have a saved filter " + name + " already. Change it, or choose another name.");
  }
}
