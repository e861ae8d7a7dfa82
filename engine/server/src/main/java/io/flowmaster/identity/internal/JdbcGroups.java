package io.flowmaster.identity.internal;

import io.flowmaster.identity.GroupChanged;
import io.flowmaster.identity.GroupDeleted;
import io.flowmaster.identity.GroupMemberAdded;
import io.flowmaster.identity.GroupMemberRemoved;
import io.flowmaster.identity.GroupNotFound;
import io.flowmaster.identity.Groups;
import io.flowmaster.identity.IdTaken;
import io.flowmaster.identity.UserNotFound;
import io.flowmaster.identity.Users.PersonView;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Revision;
import io.flowmaster.platform.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The groups of the current tenant, from the tables. */
@Component
class JdbcGroups implements Groups {
  private static final String SELECT =
      """
      select g.id, g.name, g.revision,
        (select count(*) from identity_group_member m where m.tenant = g.tenant and m.group_id = g.id) members
      from identity_group g where g.tenant = :tenant
      """;
  private static final String MATCHES =
      " and (g.id like :like escape '!' or lower(g.name) like :like escape '!')";
  private final JdbcClient jdbc;
  private final JdbcAccountStore store;
  private final JdbcUserQueries users;
  private final JdbcSessions sessions;
  private final CurrentActor actor;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  JdbcGroups(
      JdbcClient jdbc,
      JdbcAccountStore store,
      JdbcUserQueries users,
      JdbcSessions sessions,
      CurrentActor actor,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.store = store;
    this.users = users;
    this.sessions = sessions;
    this.actor = actor;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public Page<GroupView> search(@Nullable String text, PageQuery page) {
    List<GroupView> rows =
        jdbc.sql(SELECT + MATCHES + " and g.id > :after order by g.id limit :limit")
            .param("tenant", tenant())
            .param("like", Names.like(text))
            .param("after", page.cursor() == null ? "" : page.cursor().string(0))
            .param("limit", page.limit() + 1)
            .query((row, n) -> group(row))
            .list();
    Long total =
        page.count()
            ? jdbc.sql("select count(*) from identity_group g where g.tenant = :tenant" + MATCHES)
                .param("tenant", tenant())
                .param("like", Names.like(text))
                .query(Long.class)
                .single()
            : null;
    return Page.of(rows, page, row -> List.of(row.id()), total);
  }

  @Override
  public GroupView get(String group) {
    return jdbc.sql(SELECT + " and g.id = :group")
        .param("tenant", tenant())
        .param("group", Names.plain(group))
        .query((row, n) -> group(row))
        .optional()
        .orElseThrow(GroupNotFound::new);
  }

  @Override
  @Transactional
  public GroupView create(String id, String name) {
    Names.requireSlug(id);
    store.lockTenant(tenant());
    try {
      if (exists(id)) {
        throw new IdTaken();
      }
      store.insertGroup(tenant(), id, name);
    } catch (DuplicateKeyException e) {
      throw new IdTaken();
    }
    events.publishEvent(new GroupChanged(actor.tenant(), id, null, name, clock.instant()));
    return get(id);
  }

  @Override
  @Transactional
  public GroupView rename(String group, String name, @Nullable String ifMatch) {
    store.lockTenant(tenant());
    GroupView old = get(group);
    old.revision().requireMatch(ifMatch);
    jdbc.sql(
            """
            update identity_group set name = :name, revision = revision + 1 where tenant = :tenant and id = :id
            """)
        .param("name", name)
        .param("tenant", tenant())
        .param("id", group)
        .update();
    events.publishEvent(new GroupChanged(actor.tenant(), group, old.name(), name, clock.instant()));
    return get(group);
  }

  @Override
  @Transactional
  public void delete(String group) {
    store.lockTenant(tenant());
    GroupView old = get(group);
    List<String> members =
        jdbc.sql(
                """
                select user_id from identity_group_member where tenant = :tenant and group_id = :group
                """)
            .param("tenant", tenant())
            .param("group", group)
            .query(String.class)
            .list();
    for (String statement :
        List.of(
            "delete from identity_group_member where tenant = :tenant and group_id = :group",
            "delete from identity_group where tenant = :tenant and id = :group")) {
      jdbc.sql(statement).param("tenant", tenant()).param("group", group).update();
    }
    sessions.renew(members);
    events.publishEvent(new GroupDeleted(actor.tenant(), group, old, clock.instant()));
  }

  @Override
  public Page<PersonView> members(String group, PageQuery page) {
    GroupView found = get(group);
    List<PersonView> rows =
        jdbc.sql(
                """
                select u.id, u.name from identity_group_member m join identity_user u on u.id = m.user_id
                where m.tenant = :tenant and m.group_id = :group and m.user_id > :after
                order by m.user_id limit :limit
                """)
            .param("tenant", tenant())
            .param("group", group)
            .param("after", page.cursor() == null ? "" : page.cursor().string(0))
            .param("limit", page.limit() + 1)
            .query(
                (row, n) -> new PersonView(new UserId(row.getString("id")), row.getString("name")))
            .list();
    Long total = page.count() ? found.members() : null;
    return Page.of(rows, page, row -> List.of(row.id().value()), total);
  }

  @Override
  @Transactional
  public void addMember(String group, UserId user) {
    store.lockTenant(tenant());
    get(group);
    if (users.find(actor.tenant(), user).orElseThrow(UserNotFound::new).groups().contains(group)) {
      return;
    }
    store.insertGroupMember(tenant(), group, user.value());
    sessions.renew(List.of(user.value()));
    events.publishEvent(new GroupMemberAdded(actor.tenant(), group, user, clock.instant()));
  }

  @Override
  @Transactional
  public void removeMember(String group, UserId user) {
    get(group);
    int removed =
        jdbc.sql(
                """
                delete from identity_group_member where tenant = :tenant and group_id = :group and user_id = :user
                """)
            .param("tenant", tenant())
            .param("group", group)
            .param("user", user.value())
            .update();
    if (removed > 0) {
      sessions.renew(List.of(user.value()));
      events.publishEvent(new GroupMemberRemoved(actor.tenant(), group, user, clock.instant()));
    }
  }

  private boolean exists(String group) {
    return jdbc.sql("select count(*) from identity_group where tenant = :tenant and id = :id")
            .param("tenant", tenant())
            .param("id", group)
            .query(Integer.class)
            .single()
        > 0;
  }

  private String tenant() {
    return actor.tenant().value();
  }

  private static GroupView group(ResultSet row) throws SQLException {
    return new GroupView(
        row.getString("id"),
        row.getString("name"),
        row.getLong("members"),
        new Revision(row.getLong("revision")));
  }
}
