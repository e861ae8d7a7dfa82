package io.flowmaster.executions;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import java.util.List;

/** The mapping does not fit the models, or an execution is where it cannot be migrated. */
public final class MigrationRefused extends Problem {
  public MigrationRefused(String why) {
    super(ProblemKind.UNACCEPTABLE, "migration-refused", why);
  }

  public MigrationRefused(List<FieldError> faults) {
    super(
        ProblemKind.UNACCEPTABLE,
        "migration-refused",
        "The mapping does not fit the two versions.",
        faults);
  }
}
