package io.flowmaster.identity;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/**
 * The account also belongs to other tenants or to a platform administrator, so one tenant's
 * administrator may change only what it is in that tenant.
 */
public final class UserShared extends Problem {
  public UserShared() {
    super(
        ProblemKind.FORBIDDEN,
        "user-shared",
        "This account also belongs to others: only its owner or a platform administrator can change its name, e-mail address or password. You can change its roles and whether it is enabled in this tenant.");
  }
}
