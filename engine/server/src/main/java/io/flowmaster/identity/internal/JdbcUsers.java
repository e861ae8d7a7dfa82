package io.flowmaster.identity.internal;

import io.flowmaster.identity.IdTaken;
import io.flowmaster.identity.LastAdministrator;
import io.flowmaster.identity.OwnPassword;
import io.flowmaster.identity.PasswordSet;
import io.flowmaster.identity.UserChanged;
import io.flowmaster.identity.UserChanged.Membership;
import io.flowmaster.identity.UserCreated;
import io.flowmaster.identity.UserNotFound;
import io.flowmaster.identity.UserShared;
import io.flowmaster.identity.Users;
import io.flowmaster.identity.internal.JdbcAccountStore.NewUser;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Roles;
import io.flowmaster.platform.UserId;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The users of the current tenant, from the tables. */
@Component
class JdbcUsers implements Users {
  private final JdbcUserQueries queries;
  private final JdbcAccountStore store;
  private final JdbcSessions sessions;
  private final PasswordEncoder passwords;
  private final CurrentActor actor;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  JdbcUsers(
      JdbcUserQueries queries,
      JdbcAccountStore store,
      JdbcSessions sessions,
      PasswordEncoder passwords,
      CurrentActor actor,
      ApplicationEventPublisher events,
      Clock clock) {
    this.queries = queries;
    this.store = store;
    this.sessions = sessions;
    this.passwords = passwords;
    this.actor = actor;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public Page<UserView> search(@Nullable String text, PageQuery page) {
    return queries.search(actor.tenant(), Names.like(text), page);
  }

  @Override
  public Page<PersonView> people(@Nullable String text, PageQuery page) {
    return queries.people(actor.tenant(), Names.like(text), page);
  }

  @Override
  public UserView get(UserId user) {
    return queries.find(actor.tenant(), user).orElseThrow(UserNotFound::new);
  }

  @Override
  @Transactional
  public UserView create(UserId id, String name, @Nullable String email, Set<String> roles) {
    Names.requireId(id.value());
    Names.requireRoles(roles);
    if (store.nameTaken(id.value())) {
      throw new IdTaken();
    }
    try {
      store.insertUser(new NewUser(id.value(), name, email, null, true, false));
    } catch (DuplicateKeyException e) {
      throw new IdTaken();
    }
    store.insertMembership(actor.tenant().value(), id.value(), roles);
    events.publishEvent(new UserCreated(actor.tenant(), id, name, roles, clock.instant()));
    return get(id);
  }

  @Override
  @Transactional
  public UserView change(
      UserId user,
      String name,
      @Nullable String email,
      Set<String> roles,
      boolean enabled,
      @Nullable String ifMatch) {
    Names.requireRoles(roles);
    store.lockTenant(actor.tenant().value());
    UserView former = get(user);
    former.revision().requireMatch(ifMatch);
    boolean person = !former.name().equals(name) || !Objects.equals(former.email(), email);
    if (person) {
      requireOurs(user);
      store.changePerson(user.value(), name, email);
    }
    if (!(enabled && roles.contains(Roles.ADMIN))
        && queries.otherAdministrators(actor.tenant(), user) == 0
        && former.enabled()
        && former.roles().contains(Roles.ADMIN)) {
      throw new LastAdministrator();
    }
    store.changeMembership(actor.tenant().value(), user.value(), roles, enabled);
    sessions.renew(List.of(user.value()));
    events.publishEvent(
        new UserChanged(
            actor.tenant(),
            user,
            name,
            roles,
            enabled,
            !Objects.equals(former.email(), email),
            Membership.of(former),
            clock.instant()));
    return get(user);
  }

  @Override
  @Transactional
  public String setPassword(UserId user, @Nullable String wanted) {
    get(user);
    if (actor.get().id().equals(user)) {
      throw new OwnPassword();
    }
    requireOurs(user);
    String password = wanted == null ? TokenHash.newToken().substring(0, 20) : wanted;
    PasswordRules.require(password, user.value(), "/password");
    store.changePassword(user.value(), passwords.encode(password), true);
    sessions.endAll(user.value());
    events.publishEvent(new PasswordSet(actor.tenant(), user, clock.instant()));
    return password;
  }

  /** Whoever could change a shared account's password could act in the other tenants. */
  private void requireOurs(UserId user) {
    boolean ownAccount = actor.get().id().equals(user);
    if (queries.shared(actor.tenant(), user)
        && !ownAccount
        && !queries.platformAdmin(actor.get().id())) {
      throw new UserShared();
    }
  }
}
