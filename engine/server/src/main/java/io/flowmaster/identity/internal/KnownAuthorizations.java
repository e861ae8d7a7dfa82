package io.flowmaster.identity.internal;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.flowmaster.identity.internal.JdbcSessions.OneTimeToken;
import io.flowmaster.identity.internal.JdbcSessions.Session;
import io.flowmaster.platform.Claims;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.stereotype.Component;

/** Finds sessions by the tokens that were made of them, as what the server calls authorizations. */
@Component
class KnownAuthorizations {
  /** The refresh token that this authorization was looked up by, to be used up when it is saved. */
  static final String PRESENTED = "flowmaster.presented";

  private final JdbcSessions sessions;
  private final JdbcClients clients;
  private final BearerTokens bearerTokens;
  private final JwtDecoder idTokens;
  private final Clock clock;

  KnownAuthorizations(
      JdbcSessions sessions,
      JdbcClients clients,
      BearerTokens bearerTokens,
      JWKSource<SecurityContext> keys,
      IdentityProperties properties,
      Clock clock) {
    this.sessions = sessions;
    this.clients = clients;
    this.bearerTokens = bearerTokens;
    this.clock = clock;
    NimbusJwtDecoder decoder =
        (NimbusJwtDecoder) OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    decoder.setJwtValidator(new JwtIssuerValidator(properties.issuer()));
    this.idTokens = decoder;
  }

  Optional<OAuth2Authorization> byId(String id) {
    return active(id).map(session -> rebuild(session).build());
  }

  Optional<OAuth2Authorization> byCode(String code) {
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

  Optional<OAuth2Authorization> byRefreshToken(String value) {
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

  Optional<OAuth2Authorization> byAccessToken(String value) {
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

  Optional<OAuth2Authorization> byIdToken(String value) {
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

  private static @Nullable Jwt decoded(JwtDecoder decoder, String value) {
    try {
      return decoder.decode(value);
    } catch (JwtException e) {
      return null;
    }
  }
}
