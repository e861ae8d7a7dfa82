package io.flowmaster.identity.internal;

import io.flowmaster.identity.Account;
import io.flowmaster.identity.internal.JdbcAccounts.StoredAccount;
import io.flowmaster.identity.internal.JdbcClients.MachineClient;
import io.flowmaster.identity.internal.JdbcSessions.Session;
import io.flowmaster.platform.Claims;
import io.flowmaster.platform.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/** Gives the authorization server's tokens the same claims as those of a login by password. */
@Component
class AuthorizationTokens implements OAuth2TokenCustomizer<JwtEncodingContext> {
  private final JdbcAccounts accounts;
  private final JdbcClients clients;
  private final JdbcSessions sessions;
  private final IdentityProperties properties;
  private final Clock clock;

  AuthorizationTokens(
      JdbcAccounts accounts,
      JdbcClients clients,
      JdbcSessions sessions,
      IdentityProperties properties,
      Clock clock) {
    this.accounts = accounts;
    this.clients = clients;
    this.sessions = sessions;
    this.properties = properties;
    this.clock = clock;
  }

  @Override
  public void customize(JwtEncodingContext context) {
    JwtClaimsSet.Builder claims = context.getClaims();
    if (!OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
      idToken(context, claims);
      return;
    }
    Instant now = clock.instant();
    claims
        .audience(List.of(IdentityProperties.AUDIENCE))
        .issuedAt(now)
        .expiresAt(now.plus(properties.accessTokenTtl()))
        .claims(all -> all.remove(JwtClaimNames.NBF));
    if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())) {
      machine(context.getRegisteredClient().getClientId(), claims);
    } else {
      person(context, claims);
    }
  }

  private void person(JwtEncodingContext context, JwtClaimsSet.Builder claims) {
    OAuth2Authorization authorization = context.getAuthorization();
    Session session =
        sessions.find(authorization.getId()).orElseThrow(AuthorizationTokens::refused);
    claims
        .claim(Claims.SESSION, session.id())
        .claim(ActiveSessions.VERSION_CLAIM, session.version());
    AccountClaims.write(account(session.principal()), claims::claim);
  }

  private void machine(String id, JwtClaimsSet.Builder claims) {
    MachineClient client = clients.machine(id).orElseThrow(AuthorizationTokens::refused);
    String tenant = client.tenant().value();
    claims
        .claim(Claims.SESSION, Ids.next())
        .claim(ActiveSessions.VERSION_CLAIM, 1)
        .claim(Claims.USERNAME, client.id())
        .claim(Claims.NAME, client.name())
        .claim(Claims.KIND, client.kind())
        .claim(
            Claims.MEMBERSHIPS, Map.of(tenant, AccountClaims.membership(client.roles(), List.of())))
        .claim(Claims.ROLES, List.copyOf(client.roles()))
        .claim(Claims.TENANTS, List.of(tenant));
  }

  private void idToken(JwtEncodingContext context, JwtClaimsSet.Builder claims) {
    Account account = account(context.getPrincipal().getName());
    claims.claim(Claims.SESSION, context.getAuthorization().getId());
    if (context.getAuthorizedScopes().contains(OidcScopes.PROFILE)) {
      claims.claim(Claims.USERNAME, account.id().value()).claim(Claims.NAME, account.name());
    }
    if (context.getAuthorizedScopes().contains(OidcScopes.EMAIL) && account.email() != null) {
      claims.claim(Claims.EMAIL, account.email());
    }
  }

  private Account account(String user) {
    return accounts
        .find(user)
        .map(StoredAccount::account)
        .filter(account -> !account.memberships().isEmpty())
        .orElseThrow(AuthorizationTokens::refused);
  }

  private static OAuth2AuthenticationException refused() {
    return new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
  }
}
