package io.flowmaster.identity;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** Only a platform administrator may do this. */
public final class PlatformAdminRequired extends Problem {
  public PlatformAdminRequired() {
    super(
        ProblemKind.FORBIDDEN,
        "platform-admin-required",
        "Only a platform administrator can do this.");
  }
}
