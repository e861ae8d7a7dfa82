package io.flowmaster.identity.internal;

import io.flowmaster.identity.Account;
import io.flowmaster.identity.Account.Membership;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what a user is, across all tenants, to log in and to make tokens. */
@Component
class JdbcAccounts {
  private final JdbcClient jdbc;

  JdbcAccounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<StoredAccount> find(String user) {
    return jdbc.sql("select * from identity_user where id = :id")
        .param("id", user)
        .query(
            (row, n) ->
                new StoredAccount(
                    new Account(
                        new UserId(user),
                        row.getString("name"),
                        row.getString("email"),
                        row.getBoolean("platform_admin"),
                        memberships(user)),
                    row.getString("password_hash"),
                    row.getBoolean("password_expired")))
        .optional();
  }

  private Map<TenantId, Membership> memberships(String user) {
    Map<String, Set<String>> groups = new HashMap<>();
    jdbc.sql("select tenant, group_id from identity_group_member where user_id = :user")
        .param("user", user)
        .query((row, n) -> Map.entry(row.getString("tenant"), row.getString("group_id")))
        .list()
        .forEach(g -> groups.computeIfAbsent(g.getKey(), t -> new HashSet<>()).add(g.getValue()));
    Map<TenantId, Membership> memberships = new HashMap<>();
    jdbc.sql("select tenant, roles from identity_membership where user_id = :user and enabled")
        .param("user", user)
        .query((row, n) -> Map.entry(row.getString("tenant"), row.getString("roles")))
        .list()
        .forEach(
            m ->
                memberships.put(
                    new TenantId(m.getKey()),
                    new Membership(
                        WordSet.read(m.getValue()), groups.getOrDefault(m.getKey(), Set.of()))));
    return memberships;
  }

  /**
   * @param passwordHash null when the user cannot log in by password
   * @param passwordExpired true when the password is good for a change only
   */
  record StoredAccount(Account account, @Nullable String passwordHash, boolean passwordExpired) {}
}
