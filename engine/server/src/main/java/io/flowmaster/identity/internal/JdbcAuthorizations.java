package io.flowmaster.identity.internal;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.flowmaster.identity.internal.JdbcSessions.OneTimeToken;
import io.flowmaster.identity.internal.JdbcSessions.Session;
import io.flowmaster.platform.Claims;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The authorization server's view of the sessions. What it calls an authorization is a session;
 * codes and refresh tokens are kept as hashes, and signed tokens are not kept at all: they say
 * themselves which session they belong to.
 */
@Component
class JdbcAuthorizations implements OAuth2AuthorizationService {
  /** The refresh token that this authorization was looked up by, to be used up when it is saved. */
  private static final String PRESENTED = "flowmaster.presented";

  private final JdbcSessions sessions;
  private final JdbcClients clients;
  private final BearerTokens bearerTokens;
  private final JwtDecoder idTokens;
  private final IdentityProperties properties;
  private final TransactionTemplate transaction;
  private final Clock clock;

  JdbcAuthorizations(
      JdbcSessions sessions,
      JdbcClients clients,
      BearerTokens bearerTokens,
      JWKSource<SecurityContext> keys,
      IdentityProperties properties,
      TransactionTemplate transaction,
      Clock clock) {
    this.sessions = sessions;
    this.clients = clients;
    this.bearerTokens = bearerTokens;
    this.properties = properties;
    this.transaction = transaction;
    this.clock = clock;
    NimbusJwtDecoder decoder =
        (NimbusJwtDecoder) OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    decoder.setJwtValidator(new JwtIssuerValidator(properties.issuer()));
    this.idTokens = decoder;
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
    return active(id).map(session -> rebuild(session).build()).orElse(null);
  }

  @Override
  public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
    String kind = type == null ? "" : type.getValue();
    Optional<OAuth2Authorization> found =
        switch (kind) {
          case OAuth2ParameterNames.CODE -> byCode(token);
          case OAuth2ParameterNames.REFRESH_TOKEN -> byRefreshToken(token);
          case OAuth2ParameterNames.ACCESS_TOKEN -> byAccessToken(token);
          case OidcParameterNames.ID_TOKEN -> byIdToken(token);
          case "" -> byRefreshToken(token).or(() -> byAccessToken(token));
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
    String presented = authorization.getAttribute(PRESENTED);
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

  private java.time.Duration codeTtl(OAuth2Authorization authorization) {
    RegisteredClient client = clients.findById(authorization.getRegisteredClientId());
    return client == null
        ? java.time.Duration.ZERO
        : client.getTokenSettings().getAuthorizationCodeTimeToLive();
  }

  private Optional<OAuth2Authorization> byCode(String code) {
    OneTimeToken token = sessions.token(JdbcSessions.CODE, code).orElse(null);
    if (token == null || usedBefore(token) || !clock.instant().isBefore(token.expiresAt())) {
      return Optional.empty();
    }
    return active(token.session())
        .map(
            session ->
                rebuild(session)
                    .token(new OAuth2AuthorizationCode(code, token.issuedAt(), token.expiresAt()))
                    .build());
  }

  private Optional<OAuth2Authorization> byRefreshToken(String value) {
    OneTimeToken token = sessions.token(JdbcSessions.REFRESH, value).orElse(null);
    if (token == null || usedBefore(token) || !clock.instant().isBefore(token.expiresAt())) {
      return Optional.empty();
    }
    return active(token.session())
        .map(
            session ->
                rebuild(session)
                    .attribute(PRESENTED, value)
                    .token(noAccessToken(token))
                    .refreshToken(
                        new OAuth2RefreshToken(value, token.issuedAt(), token.expiresAt()))
                    .build());
  }

  private Optional<OAuth2Authorization> byAccessToken(String value) {
    Jwt jwt = decoded(bearerTokens, value);
    return jwt == null || jwt.getExpiresAt() == null
        ? Optional.empty()
        : active(jwt.getClaimAsString(Claims.SESSION))
            .map(
                session ->
                    rebuild(session)
                        .token(
                            new OAuth2AccessToken(
                                OAuth2AccessToken.TokenType.BEARER,
                                value,
                                jwt.getIssuedAt(),
                                jwt.getExpiresAt(),
                                session.scopes()),
                            metadata ->
                                metadata.put(
                                    OAuth2Authorization.Token.CLAIMS_METADATA_NAME,
                                    jwt.getClaims()))
                        .build());
  }

  private Optional<OAuth2Authorization> byIdToken(String value) {
    Jwt jwt = decoded(idTokens, value);
    return jwt == null
        ? Optional.empty()
        : active(jwt.getClaimAsString(Claims.SESSION))
            .map(
                session ->
                    rebuild(session)
                        .token(
                            new OidcIdToken(
                                value, jwt.getIssuedAt(), jwt.getExpiresAt(), jwt.getClaims()))
                        .build());
  }

  /**
   * The server invalidates the access token together with the refresh token, so there must be one.
   */
  private static OAuth2AccessToken noAccessToken(OneTimeToken refresh) {
    return new OAuth2AccessToken(
        OAuth2AccessToken.TokenType.BEARER, "-", refresh.issuedAt(), refresh.expiresAt());
  }

  private boolean usedBefore(OneTimeToken token) {
    if (token.used()) {
      sessions.end(token.session());
    }
    return token.used();
  }

  private OAuth2Authorization.Builder rebuild(Session session) {
    RegisteredClient client = clients.findById(session.client());
    if (client == null) {
      throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
    }
    OAuth2AuthorizationRequest request = AuthorizationRequests.read(session.attributes());
    OAuth2Authorization.Builder builder =
        OAuth2Authorization.withRegisteredClient(client)
            .id(session.id())
            .principalName(session.principal())
            .authorizationGrantType(new AuthorizationGrantType(session.grantType()))
            .authorizedScopes(Set.copyOf(session.scopes()))
            .attribute(
                Principal.class.getName(),
                UsernamePasswordAuthenticationToken.authenticated(
                    session.principal(), null, List.of()));
    if (request != null) {
      builder.attribute(OAuth2AuthorizationRequest.class.getName(), request);
    }
    if (session.scopes().contains(OidcScopes.OPENID)) {
      // The server looks at the former ID token when it makes the next; only its claims matter.
      builder.token(
          OidcIdToken.withTokenValue("-")
              .subject(session.principal())
              .claim(Claims.SESSION, session.id())
              .build());
    }
    return builder;
  }

  private Optional<Session> active(@Nullable String session) {
    return Optional.ofNullable(session)
        .flatMap(sessions::find)
        .filter(s -> s.activeAt(clock.instant()));
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

  private static @Nullable Jwt decoded(JwtDecoder decoder, String value) {
    try {
      return decoder.decode(value);
    } catch (JwtException e) {
      return null;
    }
  }
}
