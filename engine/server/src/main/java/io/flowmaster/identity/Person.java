package io.flowmaster.identity;

import io.flowmaster.platform.UserId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user as other areas see it.
 *
 * @param roles the roles in the tenant that was asked about
 * @param groups stable ids of the groups in that tenant
 */
public record Person(
    UserId id, String name, @Nullable String email, Set<String> roles, Set<String> groups) {
  public Person {
    roles = Set.copyOf(roles);
    groups = Set.copyOf(groups);
  }
}
