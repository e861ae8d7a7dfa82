package io.flowmaster.identity.internal;

import io.flowmaster.identity.Account;
import io.flowmaster.platform.Claims;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Writes who somebody is as {@link Claims}. */
final class AccountClaims {
  private AccountClaims() {}

  static void write(Account account, BiConsumer<String, Object> claims) {
    Map<String, Object> memberships = new TreeMap<>();
    account
        .memberships()
        .forEach((tenant, m) -> memberships.put(tenant.value(), membership(m.roles(), m.groups())));
    claims.accept(Claims.USERNAME, account.id().value());
    claims.accept(Claims.NAME, account.name());
    if (account.email() != null) {
      claims.accept(Claims.EMAIL, account.email());
    }
    claims.accept(Claims.MEMBERSHIPS, memberships);
    // For consumers that know one tenant only; the platform itself reads the memberships.
    claims.accept(Claims.ROLES, List.copyOf(account.roles()));
    claims.accept(Claims.TENANTS, List.copyOf(account.tenants()));
  }

  static Map<String, Object> membership(Collection<String> roles, Collection<String> groups) {
    return Map.of(
        "roles", roles.stream().sorted().toList(), "groups", groups.stream().sorted().toList());
  }
}
