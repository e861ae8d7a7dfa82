package io.flowmaster.identity.internal;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes tenants, users, memberships and groups; the callers decide whether it may be. */
@Component
class JdbcAccountStore {
  private final JdbcClient jdbc;
  private final Clock clock;

  JdbcAccountStore(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  boolean tenantExists(String tenant) {
    return jdbc.sql("select count(*) from identity_tenant where id = :id")
            .param("id", tenant)
            .query(Integer.class)
            .single()
        > 0;
  }

  boolean nameTaken(String id) {
    return jdbc.sql("select count(*) from identity_name where id in (:id, :erased)")
            .param("id", id)
            .param("erased", TokenHash.of(id))
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Whether there is any user yet. */
  boolean anybody() {
    return jdbc.sql("select count(*) from identity_user").query(Long.class).single() > 0;
  }

  void insertTenant(String id, String name) {
    jdbc.sql("insert into identity_tenant (id, name, created_at) values (:id, :name, :at)")
        .param("id", id)
        .param("name", name)
        .param("at", now())
        .update();
  }

  /** Takes an id for good; a second taking fails with a duplicate key. */
  void insertName(String id) {
    jdbc.sql("insert into identity_name (id) values (:id)").param("id", id).update();
  }

  /** An id that was erased stays taken, without being kept. */
  void keepTaken(String id) {
    insertName(TokenHash.of(id));
  }

  void insertUser(NewUser user) {
    insertName(user.id());
    jdbc.sql(
            """
            insert into identity_user (id, name, email, password_hash, password_expired, platform_admin, created_at)
            values (:id, :name, :email, :hash, :expired, :platform, :at)
            """)
        .param("id", user.id())
        .param("name", user.name())
        .param("email", user.email(), Types.VARCHAR)
        .param("hash", user.passwordHash(), Types.VARCHAR)
        .param("expired", user.passwordExpired())
        .param("platform", user.platformAdmin())
        .param("at", now())
        .update();
  }

  /** The same password, hashed anew. */
  void changeHash(String user, String hash) {
    jdbc.sql("update identity_user set password_hash = :hash where id = :id")
        .param("hash", hash)
        .param("id", user)
        .update();
  }

  /**
   * @param expired true when the password is good for a change only
   */
  void changePassword(String user, String hash, boolean expired) {
    jdbc.sql(
            """
            update identity_user set password_hash = :hash, password_expired = :expired where id = :id
            """)
        .param("hash", hash)
        .param("expired", expired)
        .param("id", user)
        .update();
  }

  void changePerson(String user, String name, @Nullable String email) {
    jdbc.sql("update identity_user set name = :name, email = :email where id = :id")
        .param("name", name)
        .param("email", email, Types.VARCHAR)
        .param("id", user)
        .update();
  }

  void changeMembership(String tenant, String user, Collection<String> roles, boolean enabled) {
    jdbc.sql(
            """
            update identity_membership set roles = :roles, enabled = :enabled, revision = revision + 1
            where tenant = :tenant and user_id = :user
            """)
        .param("roles", WordSet.write(roles))
        .param("enabled", enabled)
        .param("tenant", tenant)
        .param("user", user)
        .update();
  }

  /** Lets changes of a tenant's members happen one after the other, to the transaction's end. */
  void lockTenant(String tenant) {
    jdbc.sql("select id from identity_tenant where id = :id for update")
        .param("id", tenant)
        .query(String.class)
        .optional();
  }

  void insertMembership(String tenant, String user, Collection<String> roles) {
    jdbc.sql(
            """
            insert into identity_membership (tenant, user_id, roles, enabled, revision, joined_at)
            values (:tenant, :user, :roles, true, 1, :at)
            """)
        .param("tenant", tenant)
        .param("user", user)
        .param("roles", WordSet.write(roles))
        .param("at", now())
        .update();
  }

  /** With the memberships of groups, and the API keys that acted with the membership's rights. */
  void deleteMembership(String tenant, String user) {
    for (String what :
        List.of(
            "identity_group_member where tenant = :tenant and user_id = :user",
            "identity_api_key where tenant = :tenant and owner = :user",
            "identity_membership where tenant = :tenant and user_id = :user")) {
      jdbc.sql("delete from " + what).param("tenant", tenant).param("user", user).update();
    }
  }

  void insertGroup(String tenant, String id, String name) {
    jdbc.sql(
            """
            insert into identity_group (tenant, id, name, revision, created_at)
            values (:tenant, :id, :name, 1, :at)
            """)
        .param("tenant", tenant)
        .param("id", id)
        .param("name", name)
        .param("at", now())
        .update();
  }

  void insertGroupMember(String tenant, String group, String user) {
    jdbc.sql(
            """
            insert into identity_group_member (tenant, group_id, user_id)
            values (:tenant, :group, :user)
            """)
        .param("tenant", tenant)
        .param("group", group)
        .param("user", user)
        .update();
  }

  void insertClient(NewClient client) {
    insertName(client.id());
    jdbc.sql(
            """
            insert into identity_client
              (id, tenant, name, kind, roles, secret_hash, created_at, created_by, secret_changed_at)
            values (:id, :tenant, :name, :kind, :roles, :hash, :at, :by, :at)
            """)
        .param("id", client.id())
        .param("tenant", client.tenant())
        .param("name", client.name())
        .param("kind", client.kind())
        .param("roles", WordSet.write(client.roles()))
        .param("hash", client.secretHash())
        .param("at", now())
        .param("by", client.createdBy())
        .update();
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  /**
   * @param passwordExpired true when the password must be changed before the first login
   */
  record NewUser(
      String id,
      String name,
      @Nullable String email,
      @Nullable String passwordHash,
      boolean passwordExpired,
      boolean platformAdmin) {}

  /**
   * @param kind {@code worker} or {@code agent}
   */
  record NewClient(
      String id,
      String tenant,
      String name,
      String kind,
      Collection<String> roles,
      String secretHash,
      String createdBy) {}
}
