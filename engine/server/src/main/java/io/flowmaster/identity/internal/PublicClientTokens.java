package io.flowmaster.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Lets a public client refresh and revoke by naming itself. The authorization server by default
 * gives public clients no refresh tokens at all; since these rotate and a second use ends the
 * session, it may (RFC 9700, section 2.2.2).
 */
final class PublicClientTokens implements AuthenticationConverter, AuthenticationProvider {
  private final RegisteredClientRepository clients;
  private final RequestMatcher token =
      PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/oauth2/token");
  private final RequestMatcher revoke =
      PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/oauth2/revoke");

  PublicClientTokens(RegisteredClientRepository clients) {
    this.clients = clients;
  }

  @Override
  public @Nullable Authentication convert(HttpServletRequest request) {
    String client = request.getParameter(OAuth2ParameterNames.CLIENT_ID);
    boolean refreshes =
        token.matches(request)
            && AuthorizationGrantType.REFRESH_TOKEN
                .getValue()
                .equals(request.getParameter(OAuth2ParameterNames.GRANT_TYPE));
    if (client == null
        || request.getHeader(HttpHeaders.AUTHORIZATION) != null
        || request.getParameter(OAuth2ParameterNames.CLIENT_SECRET) != null
        || !(refreshes || revoke.matches(request))) {
      return null;
    }
    return new OAuth2ClientAuthenticationToken(
        client, ClientAuthenticationMethod.NONE, null, Map.of());
  }

  @Override
  public @Nullable Authentication authenticate(Authentication authentication) {
    OAuth2ClientAuthenticationToken claimed = (OAuth2ClientAuthenticationToken) authentication;
    if (!ClientAuthenticationMethod.NONE.equals(claimed.getClientAuthenticationMethod())
        || claimed.getAdditionalParameters().containsKey(PkceParameterNames.CODE_VERIFIER)) {
      return null;
    }
    RegisteredClient client = clients.findByClientId(claimed.getPrincipal().toString());
    if (client == null
        || !client.getClientAuthenticationMethods().contains(ClientAuthenticationMethod.NONE)) {
      throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
    }
    return new OAuth2ClientAuthenticationToken(client, ClientAuthenticationMethod.NONE, null);
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return OAuth2ClientAuthenticationToken.class.isAssignableFrom(authentication);
  }
}
