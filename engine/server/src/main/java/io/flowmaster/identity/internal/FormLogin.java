package io.flowmaster.identity.internal;

import io.flowmaster.identity.LoginLocked;
import io.flowmaster.identity.LoginRefused;
import io.flowmaster.identity.Logins;
import io.flowmaster.identity.WeakPassword;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;

/** Checks what was typed into the login page, by the same rules as {@code POST /auth/login}. */
final class FormLogin implements AuthenticationProvider {
  private final PasswordCheck check;
  private final Logins logins;

  FormLogin(PasswordCheck check, Logins logins) {
    this.check = check;
    this.logins = logins;
  }

  @Override
  public Authentication authenticate(Authentication typed) {
    String username = typed.getName();
    String password = String.valueOf(typed.getCredentials());
    try {
      if (typed.getDetails() instanceof String wanted && !wanted.isEmpty()) {
        logins.changePassword(username, password, wanted);
        password = wanted;
      }
      if (check.require(username, password).passwordExpired()) {
        throw new CredentialsExpiredException("change");
      }
      return UsernamePasswordAuthenticationToken.authenticated(
          PasswordCheck.normal(username), null, List.of());
    } catch (LoginLocked e) {
      throw new LockedException("locked", e);
    } catch (LoginRefused e) {
      throw new BadCredentialsException("refused", e);
    } catch (WeakPassword e) {
      throw new WeakNewPassword(e);
    }
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }

  /** The password must be changed, and the new one breaks a rule. */
  static final class WeakNewPassword extends AuthenticationException {
    WeakNewPassword(WeakPassword cause) {
      super("weak", cause);
    }
  }
}
