package io.flowmaster.identity.internal;

import io.flowmaster.identity.internal.JdbcSessions.Session;
import io.flowmaster.platform.Ids;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * That a browser has logged in at the login page, in a cookie and the database rather than in one
 * node's memory. It opens nothing but {@code /oauth2/authorize}.
 */
@Component
class LoginCookie implements SecurityContextRepository {
  static final String NAME = "flowmaster-login";
  private static final String KIND = "login";
  private final JdbcSessions sessions;
  private final IdentityProperties properties;
  private final Clock clock;

  LoginCookie(JdbcSessions sessions, IdentityProperties properties, Clock clock) {
    this.sessions = sessions;
    this.properties = properties;
    this.clock = clock;
  }

  @Override
  @SuppressWarnings("deprecation")
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    session(holder.getRequest())
        .map(
            session ->
                UsernamePasswordAuthenticationToken.authenticated(
                    session.principal(), null, List.of()))
        .ifPresent(context::setAuthentication);
    return context;
  }

  @Override
  public void saveContext(
      SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
    Authentication authentication = context.getAuthentication();
    session(request).map(Session::id).ifPresent(sessions::end);
    if (authentication == null) {
      set(request, response, "", Duration.ZERO);
      return;
    }
    Instant now = clock.instant();
    Instant end = now.plus(properties.refreshTokenTtl());
    Session session =
        new Session(
            Ids.next(),
            authentication.getName(),
            WebClient.ID,
            KIND,
            Set.of(),
            "{}",
            1,
            now,
            end,
            null);
    String value = TokenHash.newToken();
    sessions.open(session);
    sessions.addToken(session.id(), KIND, value, now, end);
    set(request, response, value, properties.refreshTokenTtl());
  }

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return session(request).isPresent();
  }

  private Optional<Session> session(HttpServletRequest request) {
    return Optional.ofNullable(WebUtils.getCookie(request, NAME))
        .flatMap(cookie -> sessions.token(KIND, cookie.getValue()))
        .flatMap(token -> sessions.find(token.session()))
        .filter(session -> session.activeAt(clock.instant()));
  }

  private static void set(
      HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
    ResponseCookie cookie =
        ResponseCookie.from(NAME, value)
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .path("/")
            .maxAge(age)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }
}
