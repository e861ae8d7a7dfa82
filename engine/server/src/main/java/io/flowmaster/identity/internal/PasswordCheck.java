package io.flowmaster.identity.internal;

import io.flowmaster.identity.LoginRefused;
import io.flowmaster.identity.UserLocked;
import io.flowmaster.identity.internal.JdbcAccounts.StoredAccount;
import io.flowmaster.platform.UserId;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Whether a name and a password belong together. It takes as long and answers the same whether the
 * name is unknown, has no password, is a member of no tenant, or the password is wrong.
 */
@Component
class PasswordCheck {
  /** The hash of a password that nobody knows, as slow to compare as a real one. */
  static final String NOBODYS_HASH =
      "{bcrypt}$2a$12$wDUTYmFiIyGxuZSYc/bNVO0Z.zpzmt9b3yrwnd33YP05YVNsx485i";

  private static final int LONGEST_NAME = 64;
  private final JdbcAccounts accounts;
  private final JdbcAccountStore store;
  private final JdbcLoginGuard guard;
  private final PasswordEncoder passwords;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  PasswordCheck(
      JdbcAccounts accounts,
      JdbcAccountStore store,
      JdbcLoginGuard guard,
      PasswordEncoder passwords,
      ApplicationEventPublisher events,
      Clock clock) {
    this.accounts = accounts;
    this.store = store;
    this.guard = guard;
    this.passwords = passwords;
    this.events = events;
    this.clock = clock;
  }

  /**
   * @return the account, whose password may be good for a change only
   * @throws LoginRefused when they do not belong together
   * @throws io.flowmaster.identity.LoginLocked after too many failures
   */
  StoredAccount require(String typed, String password) {
    String username = normal(typed);
    guard.requireUnlocked(username);
    Optional<StoredAccount> known = accounts.find(username);
    String hash =
        known
            .filter(account -> !account.account().memberships().isEmpty())
            .map(StoredAccount::passwordHash)
            .orElse(NOBODYS_HASH);
    if (!passwords.matches(password, hash)) {
      failed(username, known);
      throw new LoginRefused();
    }
    // Guesses made side by side with this one may have locked the name in the meantime.
    guard.requireUnlocked(username);
    guard.succeeded(username);
    if (passwords.upgradeEncoding(hash)) {
      store.changeHash(username, passwords.encode(password));
    }
    return known.orElseThrow(LoginRefused::new);
  }

  /**
   * The form in which names are kept; what no name can be (too long, control characters) is made
   * into a name that nobody has.
   */
  static String normal(String typed) {
    String name = typed.strip().toLowerCase(Locale.ROOT).replaceAll("\\p{Cntrl}", "?");
    return name.length() > LONGEST_NAME ? "?" + name.substring(0, LONGEST_NAME - 1) : name;
  }

  private void failed(String username, Optional<StoredAccount> known) {
    if (guard.failed(username) && known.isPresent()) {
      known
          .get()
          .account()
          .memberships()
          .keySet()
          .forEach(
              tenant ->
                  events.publishEvent(
                      new UserLocked(tenant, new UserId(username), clock.instant())));
    }
  }
}
