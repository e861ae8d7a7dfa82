package io.flowmaster.identity.internal;

import io.flowmaster.identity.Account;
import io.flowmaster.identity.LoggedIn;
import io.flowmaster.identity.Logins;
import io.flowmaster.identity.PasswordChangeRequired;
import io.flowmaster.identity.PasswordChanged;
import io.flowmaster.identity.RefreshTokenReused;
import io.flowmaster.identity.SessionOver;
import io.flowmaster.identity.Tokens;
import io.flowmaster.identity.WeakPassword;
import io.flowmaster.identity.internal.JdbcAccounts.StoredAccount;
import io.flowmaster.identity.internal.JdbcSessions.OneTimeToken;
import io.flowmaster.identity.internal.JdbcSessions.Session;
import io.flowmaster.platform.Ids;
import io.flowmaster.platform.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Logins by password over the REST surface. */
@Component
class PasswordLogins implements Logins {
  private static final String GRANT = "password";
  private final PasswordCheck check;
  private final PasswordEncoder passwords;
  private final JdbcAccounts accounts;
  private final JdbcAccountStore store;
  private final JdbcSessions sessions;
  private final AccessTokens accessTokens;
  private final IdentityProperties properties;
  private final TransactionTemplate transaction;
  private final AccountNews news;
  private final Clock clock;

  PasswordLogins(
      PasswordCheck check,
      PasswordEncoder passwords,
      JdbcAccounts accounts,
      JdbcAccountStore store,
      JdbcSessions sessions,
      AccessTokens accessTokens,
      IdentityProperties properties,
      TransactionTemplate transaction,
      AccountNews news,
      Clock clock) {
    this.check = check;
    this.passwords = passwords;
    this.accounts = accounts;
    this.store = store;
    this.sessions = sessions;
    this.accessTokens = accessTokens;
    this.properties = properties;
    this.transaction = transaction;
    this.news = news;
    this.clock = clock;
  }

  @Override
  public Tokens login(String username, String password) {
    StoredAccount stored = check.require(username, password);
    if (stored.passwordExpired()) {
      throw new PasswordChangeRequired();
    }
    Account account = stored.account();
    return inTransaction(
        () -> {
          Session session = newSession(account);
          sessions.open(session);
          news.tell(account, tenant -> new LoggedIn(tenant, account.id(), clock.instant()));
          return tokens(session, account);
        });
  }

  @Override
  public Tokens refresh(String refreshToken) {
    // The transaction commits also when the token is refused: that it was used again must stay.
    return inTransaction(() -> next(refreshToken)).orElseThrow(SessionOver::new);
  }

  @Override
  public void logout(String refreshToken) {
    sessions
        .token(JdbcSessions.REFRESH, refreshToken)
        .map(OneTimeToken::session)
        .ifPresent(sessions::end);
  }

  @Override
  public void end(@Nullable String session) {
    if (session != null) {
      sessions.end(session);
    }
  }

  @Override
  public void changePassword(String username, String currentPassword, String wanted) {
    Account account = check.require(username, currentPassword).account();
    PasswordRules.require(wanted, account.id().value(), "/newPassword");
    if (wanted.equals(currentPassword)) {
      throw new WeakPassword("/newPassword", "The new password is not the current one.");
    }
    String hash = passwords.encode(wanted);
    transaction.executeWithoutResult(
        status -> {
          store.changePassword(account.id().value(), hash, false);
          sessions.endAll(account.id().value());
          news.tell(account, tenant -> new PasswordChanged(tenant, account.id(), clock.instant()));
        });
  }

  @Override
  public Optional<Account> account(UserId user) {
    return accounts.find(user.value()).map(StoredAccount::account);
  }

  private Optional<Tokens> next(String refreshToken) {
    Instant now = clock.instant();
    OneTimeToken token = sessions.token(JdbcSessions.REFRESH, refreshToken).orElse(null);
    Session session = token == null ? null : sessions.find(token.session()).orElse(null);
    if (session == null || !session.activeAt(now)) {
      return Optional.empty();
    }
    Account account = accounts.find(session.principal()).map(StoredAccount::account).orElse(null);
    if (token.used() || account == null || account.memberships().isEmpty()) {
      end(session, account);
      return Optional.empty();
    }
    if (!now.isBefore(token.expiresAt())) {
      return Optional.empty();
    }
    if (!sessions.use(refreshToken)) {
      end(session, account);
      return Optional.empty();
    }
    return Optional.of(tokens(session, account));
  }

  private void end(Session session, @Nullable Account account) {
    sessions.end(session.id());
    if (account != null) {
      news.tell(account, tenant -> new RefreshTokenReused(tenant, account.id(), clock.instant()));
    }
  }

  private Tokens tokens(Session session, Account account) {
    Instant now = clock.instant();
    String refresh = TokenHash.newToken();
    Instant end = now.plus(properties.refreshTokenTtl());
    sessions.addToken(
        session.id(),
        JdbcSessions.REFRESH,
        refresh,
        now,
        end.isBefore(session.expiresAt()) ? end : session.expiresAt());
    String access = accessTokens.issue(session, account);
    return new Tokens(access, refresh, properties.accessTokenTtl(), account);
  }

  private Session newSession(Account account) {
    Instant now = clock.instant();
    return new Session(
        Ids.next(),
        account.id().value(),
        WebClient.ID,
        GRANT,
        Set.of(),
        "{}",
        1,
        now,
        now.plus(properties.sessionTtl()),
        null);
  }

  private <T> T inTransaction(Supplier<T> work) {
    return Objects.requireNonNull(transaction.execute(status -> work.get()));
  }
}
