package io.flowmaster.identity;

import io.flowmaster.platform.UserId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns a password into tokens, and a refresh token into new ones.
 *
 * <p>Each login begins a session, a family of tokens (RFC 9700, section 4.14.2). A refresh token is
 * good for one use; a second use means that it was stolen from one of the two users, so it ends the
 * session.
 */
public interface Logins {

  /**
   * @throws LoginRefused when the name or the password is wrong; the answer does not say which
   * @throws LoginLocked after too many failures, whether or not there is such a user
   * @throws PasswordChangeRequired when the password is right but was set by somebody else
   */
  Tokens login(String username, String password);

  /**
   * @throws SessionOver when the refresh token is unknown, used, expired or revoked
   */
  Tokens refresh(String refreshToken);

  /** Ends the session of a refresh token; an unknown one is over already. */
  void logout(String refreshToken);

  /** Ends a session by its id; null and unknown ones are over already. */
  void end(@Nullable String session);

  /**
   * Changes one's own password and ends all of one's sessions.
   *
   * @throws LoginRefused when the name or the current password is wrong
   * @throws LoginLocked after too many failures
   * @throws WeakPassword when the new one breaks a rule
   */
  void changePassword(String username, String current, String wanted);

  /** What a user is now, in all tenants; empty for a machine. */
  Optional<Account> account(UserId user);
}
