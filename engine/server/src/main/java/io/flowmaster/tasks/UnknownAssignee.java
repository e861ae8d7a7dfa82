package io.flowmaster.tasks;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import java.util.List;

/** A user or group that was named is not in the tenant. */
public final class UnknownAssignee extends Problem {
  public UnknownAssignee(List<FieldError> errors) {
    super(
        ProblemKind.UNACCEPTABLE,
        "unknown-assignee",
        "Name users and groups of this tenant; see errors.",
        errors);
  }
}
