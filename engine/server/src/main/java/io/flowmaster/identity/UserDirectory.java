package io.flowmaster.identity;

import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks up the people of a tenant. */
public interface UserDirectory {

  /** People of the tenant who have the role, at most 500. */
  Set<UserId> withRole(TenantId tenant, String role);

  /** The user, or empty when nobody of that id is an enabled member of the tenant. */
  Optional<Person> find(TenantId tenant, UserId user);

  /** Display names, in one query; unknown ids are left out. */
  Map<UserId, String> names(TenantId tenant, Collection<UserId> users);

  /** The enabled members of a group; empty for an unknown group. */
  Set<UserId> members(TenantId tenant, String group);

  /** Whether a group of that id is in the tenant. */
  boolean groupExists(TenantId tenant, String group);
}
