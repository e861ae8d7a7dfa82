package io.flowmaster.notifications;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** A link of a message was changed, is too old, or was used. */
public final class LinkNotValid extends Problem {
  public LinkNotValid() {
    super(ProblemKind.NOT_FOUND, "link-not-valid", "This link is not valid, or not any more.");
  }
}
