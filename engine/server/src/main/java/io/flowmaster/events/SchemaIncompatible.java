package io.flowmaster.events;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import java.util.List;

/** The new version would refuse what the former one accepts. */
public final class SchemaIncompatible extends Problem {
  public SchemaIncompatible(int version, List<FieldError> errors) {
    super(
        ProblemKind.CONFLICT,
        "schema-incompatible",
        "Who reads events by version "
            + version
            + " would not be safe; see errors. Use a new type, or compatibility NONE.",
        errors);
  }
}
