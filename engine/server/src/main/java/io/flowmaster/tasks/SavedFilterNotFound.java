package io.flowmaster.tasks;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** There is no such saved filter, or it is not for the actor's eyes. */
public final class SavedFilterNotFound extends Problem {
  public SavedFilterNotFound(String id) {
    super(ProblemKind.NOT_FOUND, "saved-filter-not-found", "There is no saved filter " + id + ".");
  }
}
