package io.flowmaster.identity.internal;

import io.flowmaster.identity.Users.PersonView;
import io.flowmaster.identity.Users.UserView;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Revision;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the users of one tenant. */
@Component
class JdbcUserQueries {
  private static final String FROM =
      """
       from identity_membership m join identity_user u on u.id = m.user_id
      where m.tenant = :tenant
      """;
  private static final String MATCHES =
      """
       and (lower(u.id) like :like escape '!' or lower(u.name) like :like escape '!'
        or lower(u.email) like :like escape '!')
      """;
  private static final String PAGE = " and m.user_id > :after order by m.user_id limit :limit";
  private static final String COLUMNS =
      "select u.id, u.name, u.email, m.roles, m.enabled, u.password_expired, m.joined_at, m.revision";
  private final JdbcClient jdbc;

  JdbcUserQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Page<UserView> search(TenantId tenant, String like, PageQuery page) {
    List<UserView> rows =
        jdbc.sql(COLUMNS + FROM + MATCHES + PAGE)
            .param("tenant", tenant.value())
            .param("like", like)
            .param("after", page.cursor() == null ? "" : page.cursor().string(0))
            .param("limit", page.limit() + 1)
            .query((row, n) -> user(row, Set.of()))
            .list();
    Map<String, Set<String>> groups =
        groups(tenant, rows.stream().map(row -> row.id().value()).toList());
    Long total = page.count() ? count(tenant, like, "") : null;
    return Page.of(rows, page, row -> List.of(row.id().value()), total)
        .map(row -> with(row, groups.getOrDefault(row.id().value(), Set.of())));
  }

  Page<PersonView> people(TenantId tenant, String like, PageQuery page) {
    List<PersonView> rows =
        jdbc.sql("select u.id, u.name" + FROM + " and m.enabled" + MATCHES + PAGE)
            .param("tenant", tenant.value())
            .param("like", like)
            .param("after", page.cursor() == null ? "" : page.cursor().string(0))
            .param("limit", page.limit() + 1)
            .query(
                (row, n) -> new PersonView(new UserId(row.getString("id")), row.getString("name")))
            .list();
    Long total = page.count() ? count(tenant, like, " and m.enabled") : null;
    return Page.of(rows, page, row -> List.of(row.id().value()), total);
  }

  Optional<UserView> find(TenantId tenant, UserId user) {
    return jdbc.sql(COLUMNS + FROM + " and m.user_id = :user")
        .param("tenant", tenant.value())
        .param("user", user.value())
        .query(
            (row, n) ->
                user(
                    row,
                    groups(tenant, List.of(user.value())).getOrDefault(user.value(), Set.of())))
        .optional();
  }

  /** Enabled administrators of the tenant besides the given user. */
  long otherAdministrators(TenantId tenant, UserId user) {
    return jdbc.sql(
            """
            select count(*) from identity_membership
            where tenant = :tenant and enabled and user_id <> :user and ' ' || roles || ' ' like '% admin %'
            """)
        .param("tenant", tenant.value())
        .param("user", user.value())
        .query(Long.class)
        .single();
  }

  /** Whether the account has rights beyond the tenant: elsewhere, or over the platform. */
  boolean shared(TenantId tenant, UserId user) {
    return platformAdmin(user)
        || jdbc.sql(
                    """
                    select count(*) from identity_membership where user_id = :user and tenant <> :tenant
                    """)
                .param("user", user.value())
                .param("tenant", tenant.value())
                .query(Long.class)
                .single()
            > 0;
  }

  boolean platformAdmin(UserId user) {
    return jdbc.sql("select count(*) from identity_user where id = :user and platform_admin")
            .param("user", user.value())
            .query(Long.class)
            .single()
        > 0;
  }

  private Long count(TenantId tenant, String like, String condition) {
    return jdbc.sql("select count(*)" + FROM + condition + MATCHES)
        .param("tenant", tenant.value())
        .param("like", like)
        .query(Long.class)
        .single();
  }

  private Map<String, Set<String>> groups(TenantId tenant, List<String> users) {
    Map<String, Set<String>> groups = new HashMap<>();
    if (users.isEmpty()) {
      return groups;
    }
    jdbc.sql(
            """
            select user_id, group_id from identity_group_member
            where tenant = :tenant and user_id in (:users)
            """)
        .param("tenant", tenant.value())
        .param("users", users)
        .query((row, n) -> Map.entry(row.getString("user_id"), row.getString("group_id")))
        .list()
        .forEach(g -> groups.computeIfAbsent(g.getKey(), u -> new HashSet<>()).add(g.getValue()));
    return groups;
  }

  private static UserView user(ResultSet row, Set<String> groups) throws SQLException {
    return new UserView(
        new UserId(row.getString("id")),
        row.getString("name"),
        row.getString("email"),
        WordSet.read(row.getString("roles")),
        groups,
        row.getBoolean("enabled"),
        row.getBoolean("password_expired"),
        row.getTimestamp("joined_at").toInstant(),
        new Revision(row.getLong("revision")));
  }

  private static UserView with(UserView user, Set<String> groups) {
    return new UserView(
        user.id(),
        user.name(),
        user.email(),
        user.roles(),
        groups,
        user.enabled(),
        user.passwordExpired(),
        user.joinedAt(),
        user.revision());
  }
}
