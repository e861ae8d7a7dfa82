package io.flowmaster.notifications;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** The tenant has a template of that name. */
public final class TemplateTaken extends Problem {
  public TemplateTaken() {
    super(
        ProblemKind.CONFLICT,
        "template-taken",
        "There is a template of that name. Change it, or take another name.");
  }
}
