package io.flowmaster.identity.internal;

import io.flowmaster.identity.IdTaken;
import io.flowmaster.identity.LastAdministrator;
import io.flowmaster.identity.MemberRemoved;
import io.flowmaster.identity.PasswordNotOwn;
import io.flowmaster.identity.PlatformAdminRequired;
import io.flowmaster.identity.TenantCreated;
import io.flowmaster.identity.TenantNotFound;
import io.flowmaster.identity.Tenants;
import io.flowmaster.identity.UserChanged;
import io.flowmaster.identity.UserChanged.Membership;
import io.flowmaster.identity.UserNotFound;
import io.flowmaster.identity.Users.UserView;
import io.flowmaster.identity.internal.JdbcAccounts.StoredAccount;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Roles;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tenants, from the tables. */
@Component
class JdbcTenants implements Tenants {
  private final JdbcClient jdbc;
  private final JdbcAccountStore store;
  private final JdbcAccounts accounts;
  private final JdbcUserQueries users;
  private final JdbcSessions sessions;
  private final CurrentActor actor;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  JdbcTenants(
      JdbcClient jdbc,
      JdbcAccountStore store,
      JdbcAccounts accounts,
      JdbcUserQueries users,
      JdbcSessions sessions,
      CurrentActor actor,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.store = store;
    this.accounts = accounts;
    this.users = users;
    this.sessions = sessions;
    this.actor = actor;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public List<TenantView> own() {
    return jdbc.sql(
            """
            select t.id, t.name, t.created_at from identity_tenant t
            where t.id = :current
              or t.id in (select m.tenant from identity_membership m where m.user_id = :user and m.enabled)
            order by t.id
            """)
        .param("current", actor.tenant().value())
        .param("user", actor.get().id().value())
        .query(JdbcTenants::tenant)
        .list();
  }

  @Override
  public Page<TenantView> all(PageQuery page) {
    requirePlatformAdmin();
    List<TenantView> rows =
        jdbc.sql("select * from identity_tenant where id > :after order by id limit :limit")
            .param("after", page.cursor() == null ? "" : page.cursor().string(0))
            .param("limit", page.limit() + 1)
            .query(JdbcTenants::tenant)
            .list();
    Long total =
        page.count()
            ? jdbc.sql("select count(*) from identity_tenant").query(Long.class).single()
            : null;
    return Page.of(rows, page, tenant -> List.of(tenant.id().value()), total);
  }

  @Override
  public Page<UserView> members(TenantId tenant, @Nullable String text, PageQuery page) {
    boolean mayKnow =
        actor.tenant().equals(tenant)
            || (users.platformAdmin(actor.get().id()) && store.tenantExists(tenant.value()));
    if (!mayKnow) {
      throw new TenantNotFound();
    }
    return users.search(tenant, Names.like(text), page);
  }

  private static TenantView tenant(ResultSet row, int number) throws SQLException {
    return new TenantView(
        new TenantId(row.getString("id")),
        row.getString("name"),
        row.getTimestamp("created_at").toInstant());
  }

  @Override
  @Transactional
  public TenantView create(TenantId id, String name) {
    UserId creator = requirePlatformAdmin();
    try {
      store.insertTenant(id.value(), name);
    } catch (DuplicateKeyException e) {
      throw new IdTaken();
    }
    store.insertMembership(id.value(), creator.value(), Set.of(Roles.ADMIN));
    sessions.renew(List.of(creator.value()));
    events.publishEvent(new TenantCreated(id, name, creator, clock.instant()));
    return own().stream().filter(tenant -> tenant.id().equals(id)).findFirst().orElseThrow();
  }

  @Override
  @Transactional
  public void putMember(TenantId tenant, UserId user, Set<String> roles) {
    requirePlatformAdmin();
    Names.requireRoles(roles);
    if (!store.tenantExists(tenant.value())) {
      throw new TenantNotFound();
    }
    StoredAccount account = accounts.find(user.value()).orElseThrow(UserNotFound::new);
    store.lockTenant(tenant.value());
    Membership former = users.find(tenant, user).map(Membership::of).orElse(null);
    if (former != null) {
      if (!roles.contains(Roles.ADMIN) && users.otherAdministrators(tenant, user) == 0) {
        throw new LastAdministrator();
      }
      store.changeMembership(tenant.value(), user.value(), roles, true);
    } else {
      // Whoever set the password knows it, and is an administrator of another tenant.
      if (account.passwordExpired()) {
        throw new PasswordNotOwn();
      }
      store.insertMembership(tenant.value(), user.value(), roles);
    }
    sessions.renew(List.of(user.value()));
    events.publishEvent(
        new UserChanged(
            tenant, user, account.account().name(), roles, true, false, former, clock.instant()));
  }

  @Override
  @Transactional
  public void removeMember(TenantId tenant, UserId user) {
    if (!actor.tenant().equals(tenant)) {
      requirePlatformAdmin();
    }
    store.lockTenant(tenant.value());
    Membership former = users.find(tenant, user).map(Membership::of).orElseThrow(UserNotFound::new);
    if (users.otherAdministrators(tenant, user) == 0) {
      throw new LastAdministrator();
    }
    store.deleteMembership(tenant.value(), user.value());
    sessions.renew(List.of(user.value()));
    events.publishEvent(new MemberRemoved(tenant, user, former, clock.instant()));
  }

  private UserId requirePlatformAdmin() {
    UserId user = actor.get().id();
    if (!users.platformAdmin(user)) {
      throw new PlatformAdminRequired();
    }
    return user;
  }
}
