package io.flowmaster.identity;

import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A user across all tenants, as the user alone may see it.
 *
 * @param platformAdmin whether the user may make tenants and put users into them
 * @param memberships only the enabled ones
 */
public record Account(
    UserId id,
    String name,
    @Nullable String email,
    boolean platformAdmin,
    Map<TenantId, Membership> memberships) {

  /**
   * What the user is in one tenant.
   *
   * @param groups stable ids
   */
  public record Membership(Set<String> roles, Set<String> groups) {}

  public Account {
    memberships = Map.copyOf(memberships);
  }

  /** The roles in any tenant. */
  public Set<String> roles() {
    Set<String> all = new TreeSet<>();
    memberships.values().forEach(membership -> all.addAll(membership.roles()));
    return all;
  }

  /** The tenants' ids, sorted. */
  public Set<String> tenants() {
    Set<String> all = new TreeSet<>();
    memberships.keySet().forEach(tenant -> all.add(tenant.value()));
    return all;
  }
}
