package io.flowmaster.policies;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** There is no draft to publish, or none in force to disable. */
public final class NothingToPublish extends Problem {
  public NothingToPublish(String detail) {
    super(ProblemKind.CONFLICT, "no-policy", detail);
  }
}
