package io.flowmaster.identity.internal;

import io.flowmaster.identity.Person;
import io.flowmaster.identity.UserDirectory;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.PersonRights;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The people of a tenant, from the tables. */
@Component
class JdbcUserDirectory implements UserDirectory, PersonRights {
  private static final int BATCH = 500;
  private final JdbcClient jdbc;

  JdbcUserDirectory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<Person> find(TenantId tenant, UserId user) {
    return jdbc.sql(
            """
            select u.id, u.name, u.email, m.roles from identity_membership m join identity_user u on u.id = m.user_id
            where m.tenant = :tenant and m.user_id = :user and m.enabled
            """)
        .param("tenant", tenant.value())
        .param("user", user.value())
        .query(
            (row, n) ->
                new Person(
                    user,
                    row.getString("name"),
                    row.getString("email"),
                    WordSet.read(row.getString("roles")),
                    groups(tenant, user)))
        .optional();
  }

  @Override
  public Optional<Actor> now(TenantId tenant, UserId person) {
    return find(tenant, person)
        .map(
            one ->
                new Actor(
                    tenant, person, one.name(), Actor.Kind.PERSON, one.roles(), one.groups()));
  }

  @Override
  public Map<UserId, String> names(TenantId tenant, Collection<UserId> users) {
    List<String> ids = users.stream().map(UserId::value).distinct().toList();
    Map<UserId, String> names = new LinkedHashMap<>();
    for (int from = 0; from < ids.size(); from += BATCH) {
      jdbc.sql(
              """
              select u.id, u.name from identity_membership m join identity_user u on u.id = m.user_id
              where m.tenant = :tenant and m.user_id in (:users)
              """)
          .param("tenant", tenant.value())
          .param("users", ids.subList(from, Math.min(ids.size(), from + BATCH)))
          .query((row, n) -> Map.entry(new UserId(row.getString("id")), row.getString("name")))
          .list()
          .forEach(name -> names.put(name.getKey(), name.getValue()));
    }
    return names;
  }

  @Override
  public Set<UserId> members(TenantId tenant, String group) {
    return Set.copyOf(
        jdbc.sql(
                """
                select g.user_id from identity_group_member g
                join identity_membership m on m.tenant = g.tenant and m.user_id = g.user_id
                where g.tenant = :tenant and g.group_id = :group and m.enabled
                """)
            .param("tenant", tenant.value())
            .param("group", group)
            .query((row, n) -> new UserId(row.getString(1)))
            .list());
  }

  @Override
  public Set<UserId> withRole(TenantId tenant, String role) {
    return Set.copyOf(
        jdbc.sql(
                """
                select user_id from identity_membership
                where tenant = :tenant and enabled and ' ' || roles || ' ' like :role order by user_id limit :most
                """)
            .param("tenant", tenant.value())
            .param("role", "% " + role + " %")
            .param("most", BATCH)
            .query((row, n) -> new UserId(row.getString(1)))
            .list());
  }

  @Override
  public boolean groupExists(TenantId tenant, String group) {
    return jdbc.sql("select count(*) from identity_group where tenant = :tenant and id = :group")
            .param("tenant", tenant.value())
            .param("group", group)
            .query(Integer.class)
            .single()
        > 0;
  }

  private Set<String> groups(TenantId tenant, UserId user) {
    return Set.copyOf(
        jdbc.sql(
                """
                select group_id from identity_group_member
                where tenant = :tenant and user_id = :user
                """)
            .param("tenant", tenant.value())
            .param("user", user.value())
            .query(String.class)
            .list());
  }
}
