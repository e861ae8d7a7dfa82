package io.flowmaster.identity;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** The tenant would be left without an enabled administrator. */
public final class LastAdministrator extends Problem {
  public LastAdministrator() {
    super(
        ProblemKind.CONFLICT,
        "last-administrator",
        "This is the last enabled administrator of the tenant. Make another user administrator first.");
  }
}
