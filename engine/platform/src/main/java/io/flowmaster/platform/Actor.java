package io.flowmaster.platform;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who acts in which tenant.
 *
 * @param tenant the tenant that this request works in
 * @param id the acting user or client
 * @param name the name to show, never null
 * @param kind what sort of actor it is
 * @param roles the actor's roles in {@code tenant}, see {@link Roles}
 * @param groups stable ids of the actor's groups in {@code tenant}
 * @param onBehalfOf the person for whom the actor does it ("X for Y"), for example as a substitute;
 *     null when the actor acts for itself
 */
public record Actor(
    TenantId tenant,
    UserId id,
    String name,
    Kind kind,
    Set<String> roles,
    Set<String> groups,
    @Nullable UserId onBehalfOf) {

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

  /** An actor that acts for itself. */
  public Actor(
      TenantId tenant, UserId id, String name, Kind kind, Set<String> roles, Set<String> groups) {
    this(tenant, id, name, kind, roles, groups, null);
  }

  /**
   * The same actor with the same rights, acting for somebody: what is done in {@link
   * CurrentActor#as} with it has both in the audit log. A use case enters it outside its
   * transaction, because some facts are settled right before the commit.
   *
   * @param person null to act for itself again
   */
  public Actor onBehalfOf(@Nullable UserId person) {
    return new Actor(tenant, id, name, kind, roles, groups, person);
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
