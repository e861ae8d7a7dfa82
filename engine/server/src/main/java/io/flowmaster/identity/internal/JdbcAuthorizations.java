package io.flowmaster.identity.internal;

import io.flowmaster.identity.internal.JdbcSessions.Session;
import io.flowmaster.platform.Claims;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The authorization server's view of the sessions. What it calls an authorization is a session;
 * codes and refresh tokens are kept as hashes, and signed tokens are not kept at all: they say
 * themselves which session they belong to.
 */
@Component
class JdbcAuthorizations implements OAuth2AuthorizationService {
  private final JdbcSessions sessions;
  private final JdbcClients clients;
  private final KnownAuthorizations known;
  private final IdentityProperties properties;
  private final TransactionTemplate transaction;
  private final Clock clock;

  JdbcAuthorizations(
      JdbcSessions sessions,
      JdbcClients clients,
      KnownAuthorizations known,
      IdentityProperties properties,
      TransactionTemplate transaction,
      Clock clock) {
    this.sessions = sessions;
    this.clients = clients;
    this.known = known;
    this.properties = properties;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public void save(OAuth2Authorization authorization) {
    // The transaction commits also when it is refused: that a token was used twice must stay.
    boolean kept = Boolean.TRUE.equals(transaction.execute(status -> keep(authorization)));
    if (!kept) {
      throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
    }
  }

  @Override
  public void remove(OAuth2Authorization authorization) {
    sessions.end(authorization.getId());
  }

  @Override
  public @Nullable OAuth2Authorization findById(String id) {
    return known.byId(id).orElse(null);
  }

  @Override
  public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
    String kind = type == null ? "" : type.getValue();
    Optional<OAuth2Authorization> found =
        switch (kind) {
          case OAuth2ParameterNames.CODE -> known.byCode(token);
          case OAuth2ParameterNames.REFRESH_TOKEN -> known.byRefreshToken(token);
          case OAuth2ParameterNames.ACCESS_TOKEN -> known.byAccessToken(token);
          case OidcParameterNames.ID_TOKEN -> known.byIdToken(token);
          case "" -> known.byRefreshToken(token).or(() -> known.byAccessToken(token));
          default -> Optional.empty();
        };
    return found.orElse(null);
  }

  private boolean keep(OAuth2Authorization authorization) {
    String id = sessionOf(authorization);
    if (invalidated(authorization.getRefreshToken())
        || invalidated(authorization.getAccessToken())) {
      sessions.end(id);
      return true;
    }
    if (sessions.find(id).isEmpty()) {
      sessions.open(newSession(id, authorization));
    }
    return keepCode(id, authorization) && keepRefreshToken(id, authorization);
  }

  private boolean keepCode(String id, OAuth2Authorization authorization) {
    var code = authorization.getToken(OAuth2AuthorizationCode.class);
    if (code == null) {
      return true;
    }
    String value = code.getToken().getTokenValue();
    if (code.isInvalidated()) {
      return usedUp(id, value);
    }
    sessions.addToken(
        id,
        JdbcSessions.CODE,
        value,
        clock.instant(),
        clock.instant().plus(codeTtl(authorization)));
    return true;
  }

  private boolean keepRefreshToken(String id, OAuth2Authorization authorization) {
    var refresh = authorization.getRefreshToken();
    String presented = authorization.getAttribute(KnownAuthorizations.PRESENTED);
    if (refresh == null || refresh.getToken().getTokenValue().equals(presented)) {
      return true;
    }
    if (presented != null && !usedUp(id, presented)) {
      return false;
    }
    Instant now = clock.instant();
    Session session = sessions.find(id).orElseThrow();
    Instant last = session.createdAt().plus(properties.sessionTtl());
    Instant next = now.plus(properties.refreshTokenTtl());
    sessions.extend(id, last);
    sessions.addToken(
        id,
        JdbcSessions.REFRESH,
        refresh.getToken().getTokenValue(),
        now,
        next.isBefore(last) ? next : last);
    return true;
  }

  /** Uses a one-time token; when somebody was faster, ends the session of both. */
  private boolean usedUp(String session, String token) {
    boolean first = sessions.use(token);
    if (!first) {
      sessions.end(session);
    }
    return first;
  }

  private Session newSession(String id, OAuth2Authorization authorization) {
    Instant now = clock.instant();
    boolean machine =
        AuthorizationGrantType.CLIENT_CREDENTIALS.equals(authorization.getAuthorizationGrantType());
    return new Session(
        id,
        authorization.getPrincipalName(),
        authorization.getRegisteredClientId(),
        authorization.getAuthorizationGrantType().getValue(),
        authorization.getAuthorizedScopes(),
        AuthorizationRequests.write(
            authorization.getAttribute(OAuth2AuthorizationRequest.class.getName())),
        1,
        now,
        now.plus(machine ? properties.accessTokenTtl() : codeTtl(authorization)),
        null);
  }

  private Duration codeTtl(OAuth2Authorization authorization) {
    RegisteredClient client = clients.findById(authorization.getRegisteredClientId());
    return client == null
        ? Duration.ZERO
        : client.getTokenSettings().getAuthorizationCodeTimeToLive();
  }

  private static String sessionOf(OAuth2Authorization authorization) {
    return Stream.ofNullable(authorization.getAccessToken())
        .filter(token -> token.getClaims() != null)
        .map(token -> (String) token.getClaims().get(Claims.SESSION))
        .findFirst()
        .orElse(authorization.getId());
  }

  private static boolean invalidated(OAuth2Authorization.@Nullable Token<?> token) {
    return token != null && token.isInvalidated();
  }
}
