package io.flowmaster.identity.internal;

import io.flowmaster.identity.Account;
import io.flowmaster.identity.ExternalLoginLinked;
import io.flowmaster.identity.LoggedIn;
import io.flowmaster.identity.UserCreated;
import io.flowmaster.identity.internal.IdentityProperties.Provider;
import io.flowmaster.identity.internal.JdbcAccountStore.NewUser;
import io.flowmaster.identity.internal.JdbcAccounts.StoredAccount;
import io.flowmaster.platform.InvalidValue;
import io.flowmaster.platform.UserId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whose account somebody uses who logged in with another identity provider. An account is known
 * again by the provider's own subject; the first time it is found by a checked address among the
 * members of the provider's tenant, or made.
 */
@Component
class ExternalAccounts {
  private static final Logger LOG = LoggerFactory.getLogger(ExternalAccounts.class);
  private final JdbcClient jdbc;
  private final JdbcAccounts accounts;
  private final JdbcAccountStore store;
  private final AccountNews news;
  private final TransactionTemplate transaction;
  private final Clock clock;

  ExternalAccounts(
      JdbcClient jdbc,
      JdbcAccounts accounts,
      JdbcAccountStore store,
      AccountNews news,
      TransactionTemplate transaction,
      Clock clock) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.store = store;
    this.news = news;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** The account that logs in; empty when there is none for the person, or it is disabled. */
  Optional<Account> enter(ExternalPerson person, Provider provider) {
    try {
      return transaction.execute(status -> login(person, provider));
    } catch (DuplicateKeyException e) {
      // Another login of the same person has made the account, or another person took the id.
      return transaction.execute(status -> login(person, provider));
    }
  }

  private Optional<Account> login(ExternalPerson person, Provider provider) {
    Optional<Account> account =
        linked(person)
            .or(() -> byAddress(person, provider))
            .or(() -> made(person, provider))
            .flatMap(accounts::find)
            .map(StoredAccount::account)
            .filter(each -> !each.memberships().isEmpty());
    account.ifPresent(
        each -> news.tell(each, tenant -> new LoggedIn(tenant, each.id(), clock.instant())));
    return account;
  }

  private Optional<String> linked(ExternalPerson person) {
    return jdbc.sql(
            "select user_id from identity_external_login where issuer = :issuer and subject = :subject")
        .param("issuer", person.issuer())
        .param("subject", person.subject())
        .query(String.class)
        .optional();
  }

  /** Only among the provider's own people: other tenants' addresses were typed by strangers. */
  private Optional<String> byAddress(ExternalPerson person, Provider provider) {
    if (person.email() == null) {
      return Optional.empty();
    }
    List<String> found =
        jdbc.sql(
                """
                select u.id from identity_membership m join identity_user u on u.id = m.user_id
                where m.tenant = :tenant and lower(u.email) = :email
                """)
            .param("tenant", provider.tenant())
            .param("email", person.email())
            .query(String.class)
            .list();
    if (found.size() > 1) {
      LOG.warn(
          "{} accounts of tenant {} have one address; none is used",
          found.size(),
          provider.tenant());
    }
    if (found.size() != 1) {
      return Optional.empty();
    }
    link(person, found.get(0));
    return Optional.of(found.get(0));
  }

  private Optional<String> made(ExternalPerson person, Provider provider) {
    if (provider.roles().isEmpty()) {
      return Optional.empty();
    }
    if (!store.tenantExists(provider.tenant())) {
      LOG.error("there is no tenant {} for the identity provider's users", provider.tenant());
      return Optional.empty();
    }
    Optional<String> id = person.ids().filter(this::isFree).findFirst();
    id.ifPresent(free -> make(free, person, provider));
    return id;
  }

  private boolean isFree(String id) {
    try {
      return !store.nameTaken(Names.requireId(id));
    } catch (InvalidValue reserved) {
      return false;
    }
  }

  private void make(String id, ExternalPerson person, Provider provider) {
    store.insertUser(new NewUser(id, person.name(), person.email(), null, false, false));
    store.insertMembership(provider.tenant(), id, provider.roles());
    news.tell(
        account(id),
        tenant ->
            new UserCreated(
                tenant, new UserId(id), person.name(), provider.roles(), clock.instant()));
    link(person, id);
  }

  private void link(ExternalPerson person, String user) {
    jdbc.sql(
            """
            insert into identity_external_login (issuer, subject, user_id, linked_at)
            values (:issuer, :subject, :user, :at)
            """)
        .param("issuer", person.issuer())
        .param("subject", person.subject())
        .param("user", user)
        .param("at", Timestamp.from(clock.instant()))
        .update();
    news.tell(
        account(user),
        tenant ->
            new ExternalLoginLinked(
                tenant, new UserId(user), person.issuer(), person.subject(), clock.instant()));
  }

  private Account account(String id) {
    return accounts.find(id).orElseThrow().account();
  }
}
