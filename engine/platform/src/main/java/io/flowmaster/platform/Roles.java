package io.flowmaster.platform;

import java.util.Set;

/** The roles of the contract, as they stand in tokens and in {@code @RolesAllowed}. */
public final class Roles {
  public static final String ADMIN = "admin";
  public static final String DESIGNER = "designer";
  public static final String EMPLOYEE = "employee";
  public static final String MANAGER = "manager";
  public static final String DEVELOPER = "developer";
  public static final String WORKER = "worker";
  public static final String AGENT = "agent";

  /** Every role there is. */
  public static final Set<String> ALL =
      Set.of(ADMIN, DESIGNER, EMPLOYEE, MANAGER, DEVELOPER, WORKER, AGENT);

  private Roles() {}
}
