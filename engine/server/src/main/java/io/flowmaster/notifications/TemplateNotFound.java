package io.flowmaster.notifications;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** There is no such template in the tenant. */
public final class TemplateNotFound extends Problem {
  public TemplateNotFound() {
    super(
        ProblemKind.NOT_FOUND,
        "template-not-found",
        "There is no such template, or not in this version.");
  }
}
