package io.flowmaster.identity.internal;

import io.flowmaster.identity.LastPlatformAdmin;
import io.flowmaster.identity.PasswordNotOwn;
import io.flowmaster.identity.PlatformAdminNamed;
import io.flowmaster.identity.PlatformAdminRequired;
import io.flowmaster.identity.PlatformAdmins;
import io.flowmaster.identity.UserNotFound;
import io.flowmaster.identity.Users.PersonView;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.UserId;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Platform administrators are marked in the table of users, never in a token. */
@Component
class JdbcPlatformAdmins implements PlatformAdmins {
  private final JdbcClient jdbc;
  private final JdbcAccounts accounts;
  private final JdbcUserQueries users;
  private final CurrentActor actor;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  JdbcPlatformAdmins(
      JdbcClient jdbc,
      JdbcAccounts accounts,
      JdbcUserQueries users,
      CurrentActor actor,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.users = users;
    this.actor = actor;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public List<PersonView> list() {
    requireOne();
    return jdbc.sql("select id, name from identity_user where platform_admin order by id")
        .query((row, n) -> new PersonView(new UserId(row.getString("id")), row.getString("name")))
        .list();
  }

  @Override
  @Transactional
  public void add(UserId user) {
    requireOne();
    if (accounts.find(user.value()).orElseThrow(UserNotFound::new).passwordExpired()) {
      throw new PasswordNotOwn();
    }
    mark(user, true);
  }

  @Override
  @Transactional
  public void remove(UserId user) {
    requireOne();
    // All of them are locked, so that two cannot remove each other at the same moment.
    List<String> all =
        jdbc.sql("select id from identity_user where platform_admin order by id for update")
            .query(String.class)
            .list();
    if (all.equals(List.of(user.value()))) {
      throw new LastPlatformAdmin();
    }
    mark(user, false);
  }

  private void mark(UserId user, boolean platformAdmin) {
    int changed =
        jdbc.sql(
                """
                update identity_user set platform_admin = :is where id = :user and platform_admin <> :is
                """)
            .param("is", platformAdmin)
            .param("user", user.value())
            .update();
    if (changed > 0) {
      events.publishEvent(
          new PlatformAdminNamed(actor.tenant(), user, platformAdmin, clock.instant()));
    }
  }

  private void requireOne() {
    if (!users.platformAdmin(actor.get().id())) {
      throw new PlatformAdminRequired();
    }
  }
}
