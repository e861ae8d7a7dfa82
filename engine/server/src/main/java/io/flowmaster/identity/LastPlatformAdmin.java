package io.flowmaster.identity;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** Nobody would be left to administer the platform. */
public final class LastPlatformAdmin extends Problem {
  public LastPlatformAdmin() {
    super(
        ProblemKind.CONFLICT,
        "last-platform-admin",
        "This is the last platform administrator. Make another user one first.");
  }
}
