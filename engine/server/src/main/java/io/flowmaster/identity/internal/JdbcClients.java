package io.flowmaster.identity.internal;

import io.flowmaster.platform.TenantId;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/**
 * The OAuth clients: machine clients from the table, and the browser applications, which are
 * described by configuration and not by data. A client's internal id is its client id.
 */
@Component
class JdbcClients implements RegisteredClientRepository {
  private final JdbcClient jdbc;
  private final IdentityProperties properties;
  private final RegisteredClient web;

  JdbcClients(JdbcClient jdbc, IdentityProperties properties) {
    this.jdbc = jdbc;
    this.properties = properties;
    this.web = web();
  }

  @Override
  public void save(RegisteredClient client) {
    throw new UnsupportedOperationException("clients are made by the API");
  }

  @Override
  public @Nullable RegisteredClient findById(String id) {
    return findByClientId(id);
  }

  @Override
  public @Nullable RegisteredClient findByClientId(String clientId) {
    return clientId.equals(WebClient.ID) ? web : machine(clientId).map(this::machine).orElse(null);
  }

  /** The machine client, unless it was deleted. */
  Optional<MachineClient> machine(String clientId) {
    if (clientId.chars().anyMatch(Character::isISOControl)) {
      return Optional.empty();
    }
    return jdbc.sql(
            """
            select id, tenant, name, kind, roles, secret_hash from identity_client
            where id = :id and deleted_at is null
            """)
        .param("id", clientId)
        .query(
            (row, n) ->
                new MachineClient(
                    row.getString("id"),
                    new TenantId(row.getString("tenant")),
                    row.getString("name"),
                    row.getString("kind"),
                    WordSet.read(row.getString("roles")),
                    row.getString("secret_hash")))
        .optional();
  }

  private RegisteredClient machine(MachineClient client) {
    return RegisteredClient.withId(client.id())
        .clientId(client.id())
        .clientName(client.name())
        .clientSecret(client.secretHash())
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
        .tokenSettings(tokens())
        .build();
  }

  private RegisteredClient web() {
    return RegisteredClient.withId(WebClient.ID)
        .clientId(WebClient.ID)
        .clientName("FlowMaster")
        .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
        .redirectUris(uris -> uris.addAll(properties.webRedirectUris()))
        .postLogoutRedirectUris(uris -> uris.addAll(properties.webRedirectUris()))
        .scopes(s -> s.addAll(Set.of(OidcScopes.OPENID, OidcScopes.PROFILE, OidcScopes.EMAIL)))
        .clientSettings(
            ClientSettings.builder()
                .requireProofKey(true)
                .requireAuthorizationConsent(false)
                .build())
        .tokenSettings(tokens())
        .build();
  }

  private TokenSettings tokens() {
    return TokenSettings.builder()
        .accessTokenTimeToLive(properties.accessTokenTtl())
        .refreshTokenTimeToLive(properties.refreshTokenTtl())
        .reuseRefreshTokens(false)
        .build();
  }

  /**
   * A machine client as it is stored.
   *
   * @param kind {@code worker} or {@code agent}
   */
  record MachineClient(
      String id, TenantId tenant, String name, String kind, Set<String> roles, String secretHash) {}
}
