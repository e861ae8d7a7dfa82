package io.flowmaster.gateway.internal;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** Who has no role in the tenant may not call its services. */
final class NotForYou extends Problem {
  NotForYou() {
    super(ProblemKind.FORBIDDEN, "forbidden", "Your roles do not allow this.");
  }
}
