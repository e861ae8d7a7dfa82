package io.flowmaster.gateway.internal;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** A request for a registered service is too large, or does not say how large it is (413). */
final class BodyTooLarge extends Problem {
  BodyTooLarge(long most) {
    super(
        ProblemKind.TOO_LARGE,
        "body-too-large",
        "A request to a registered service has at most "
            + most
            + " bytes and says in Content-Length how many.");
  }
}
