package io.flowmaster.platform;

/** The caller belongs to several tenants and did not say which one it means. */
public final class TenantRequired extends Problem {
  public TenantRequired() {
    super(
        ProblemKind.MALFORMED,
        "tenant-required",
        "You belong to several tenants: name one of them in the X-Tenant-Id header.");
  }
}
