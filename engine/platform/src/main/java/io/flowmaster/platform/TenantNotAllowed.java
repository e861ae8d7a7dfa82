package io.flowmaster.platform;

/** The caller does not belong to the tenant that it named, or to none at all. */
public final class TenantNotAllowed extends Problem {
  public TenantNotAllowed() {
    super(
        ProblemKind.FORBIDDEN,
        "tenant-not-allowed",
        "X-Tenant-Id must be one of the tenants of your token.");
  }
}
