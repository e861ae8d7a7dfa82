package io.flowmaster.identity.internal;

import io.flowmaster.identity.Logins;
import io.flowmaster.identity.internal.FormLogin.WeakNewPassword;
import io.flowmaster.identity.internal.JdbcAccounts.StoredAccount;
import io.flowmaster.platform.Claims;
import io.flowmaster.platform.PublicPaths;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcUserInfoAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.oidc.web.authentication.OidcLogoutAuthenticationSuccessHandler;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * The embedded authorization server (OAuth 2.1, OpenID Connect) and its login page. No servlet
 * session holds anything: the request to come back to travels in the query string, the login in a
 * cookie that any node can read.
 */
@Configuration(proxyBeanMethods = false)
class AuthorizationServer {
  private static final String LOGIN = "/login";

  @Bean
  AuthorizationServerSettings authorizationServerSettings(IdentityProperties properties) {
    return AuthorizationServerSettings.builder().issuer(properties.issuer()).build();
  }

  @Bean
  OAuth2TokenGenerator<OAuth2Token> tokenGenerator(
      JwtEncoder encoder, AuthorizationTokens claims, IdentityProperties properties, Clock clock) {
    JwtGenerator signed = new JwtGenerator(encoder);
    signed.setJwtCustomizer(claims);
    OAuth2TokenGenerator<OAuth2RefreshToken> refresh =
        context -> {
          Instant now = clock.instant();
          return OAuth2TokenType.REFRESH_TOKEN.equals(context.getTokenType())
              ? new OAuth2RefreshToken(
                  TokenHash.newToken(), now, now.plus(properties.refreshTokenTtl()))
              : null;
        };
    return new DelegatingOAuth2TokenGenerator(signed, refresh);
  }

  @Bean
  SessionRegistry noServletSessions() {
    return new NoServletSessions();
  }

  @Bean
  @Order(10)
  SecurityFilterChain authorizationServerChain(
      HttpSecurity http,
      JdbcClients clients,
      JdbcAccounts accounts,
      JdbcSessions sessions,
      LoginCookie login)
      throws Exception {
    OAuth2AuthorizationServerConfigurer server =
        OAuth2AuthorizationServerConfigurer.authorizationServer();
    PublicClientTokens publicClients = new PublicClientTokens(clients);
    return http.securityMatcher(server.getEndpointsMatcher())
        .with(
            server,
            s ->
                s.clientAuthentication(
                        c ->
                            c.authenticationConverters(all -> all.add(0, publicClients))
                                .authenticationProviders(all -> all.add(0, publicClients)))
                    .oidc(
                        oidc ->
                            oidc.userInfoEndpoint(
                                    u -> u.userInfoMapper(context -> userInfo(context, accounts)))
                                .logoutEndpoint(
                                    l -> l.logoutResponseHandler(logout(login, sessions)))))
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .securityContext(c -> c.securityContextRepository(login))
        .requestCache(AbstractHttpConfigurer::disable)
        .exceptionHandling(
            e ->
                e.defaultAuthenticationEntryPointFor(
                    (request, response, failure) ->
                        response.sendRedirect(LOGIN + query(request, null)),
                    PathPatternRequestMatcher.withDefaults().matcher("/oauth2/authorize")))
        .build();
  }

  @Bean
  PublicPaths loginPath() {
    return new PublicPaths(List.of(LOGIN, ExternalLogin.BEGIN));
  }

  @Bean
  @Order(20)
  SecurityFilterChain loginChain(
      HttpSecurity http, PasswordCheck check, Logins logins, LoginCookie login) throws Exception {
    return http.securityMatcher(PathPatternRequestMatcher.withDefaults().matcher(LOGIN))
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .securityContext(c -> c.securityContextRepository(login))
        .requestCache(AbstractHttpConfigurer::disable)
        .csrf(c -> c.csrfTokenRepository(new CookieCsrfTokenRepository()))
        .headers(
            h ->
                h.contentSecurityPolicy(
                    p ->
                        p.policyDirectives(
                            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")))
        .authenticationProvider(new FormLogin(check, logins))
        .formLogin(
            form ->
                form.loginPage(LOGIN)
                    .securityContextRepository(login)
                    .authenticationDetailsSource(request -> request.getParameter("newPassword"))
                    .successHandler(
                        (request, response, who) ->
                            response.sendRedirect(
                                query(request, null).isEmpty()
                                    ? "/"
                                    : "/oauth2/authorize" + query(request, null)))
                    .failureHandler(
                        (request, response, failure) ->
                            response.sendRedirect(LOGIN + query(request, reason(failure)))))
        .build();
  }

  /** The request's query without a former reason, which is read again from the address. */
  private static String query(HttpServletRequest request, @Nullable String reason) {
    String own = request.getQueryString() == null ? "" : request.getQueryString();
    String kept = own.replaceAll("(^|&)login_error=[^&]*", "").replaceFirst("^&", "");
    String full =
        reason == null ? kept : kept + (kept.isEmpty() ? "" : "&") + "login_error=" + reason;
    return full.isEmpty() ? "" : "?" + full;
  }

  private static String reason(AuthenticationException failure) {
    if (failure instanceof LockedException) {
      return "locked";
    }
    if (failure instanceof CredentialsExpiredException) {
      return "change";
    }
    return failure instanceof WeakNewPassword ? "weak" : "refused";
  }

  /** Ends the token family as well as the login at the login page. */
  private static AuthenticationSuccessHandler logout(LoginCookie login, JdbcSessions sessions) {
    OidcLogoutAuthenticationSuccessHandler handler = new OidcLogoutAuthenticationSuccessHandler();
    handler.setLogoutHandler(
        (request, response, authentication) -> {
          if (authentication instanceof OidcLogoutAuthenticationToken logout
              && logout.getIdToken() != null) {
            sessions.end(logout.getIdToken().getClaimAsString(Claims.SESSION));
          }
          login.saveContext(SecurityContextHolder.createEmptyContext(), request, response);
        });
    return handler;
  }

  private static OidcUserInfo userInfo(
      OidcUserInfoAuthenticationContext context, JdbcAccounts accounts) {
    String user = context.getAuthorization().getPrincipalName();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("sub", user);
    accounts
        .find(user)
        .map(StoredAccount::account)
        .ifPresent(account -> AccountClaims.write(account, claims::put));
    return new OidcUserInfo(claims);
  }
}
