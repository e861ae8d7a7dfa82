package io.flowmaster.platform;

import java.util.Set;

/**
 * Who acts in which tenant.
 *
 * @param tenant the tenant that this request works in
 * @param id the acting user or client
 * @param name the name to show, never null
 * @param kind what sort of actor it is
 * @param roles the actor's roles in {@code tenant}, see {@link Roles}
 * @param groups stable ids of the actor's groups in {@code tenant}
 */
public record Actor(
    TenantId tenant, UserId id, String name, Kind kind, Set<String> roles, Set<String> groups) {

  /** What sort of actor it is. */
  public enum Kind {
    PERSON,
    WORKER,
    AGENT,
    SYSTEM
  }

  public Actor {
    roles = Set.copyOf(roles);
    groups = Set.copyOf(groups);
  }

  /** The platform itself, for work that no person asked for: timers, jobs, clean-up. */
  public static Actor system(TenantId tenant) {
    return new Actor(tenant, new UserId("system"), "system", Kind.SYSTEM, Set.of(), Set.of());
  }

  public boolean has(String role) {
    return roles.contains(role);
  }

  /** True when the actor has at least one of the roles. */
  public boolean hasAny(String... anyOf) {
    for (String role : anyOf) {
      if (roles.contains(role)) {
        return true;
      }
    }
    return false;
  }
}
