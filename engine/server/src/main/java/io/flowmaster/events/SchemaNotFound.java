package io.flowmaster.events;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** The type has no such schema in this tenant. */
public final class SchemaNotFound extends Problem {
  public SchemaNotFound(String type) {
    super(
        ProblemKind.NOT_FOUND,
        "event-schema-not-found",
        "There is no schema of type " + type + " with this version.");
  }
}
