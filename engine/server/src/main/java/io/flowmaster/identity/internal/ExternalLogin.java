package io.flowmaster.identity.internal;

import io.flowmaster.identity.Account;
import io.flowmaster.identity.internal.IdentityProperties.Provider;
import io.flowmaster.platform.PublicPaths;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * Logging in with another identity provider (OpenID Connect, code flow with PKCE), where one is
 * configured. It ends as the form of the login page does: in a login cookie for an account of the
 * platform, whose rights it then has.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("flowmaster.identity.provider.issuer")
class ExternalLogin {
  static final String BEGIN = "/login/external";
  private static final String CALLBACK = BEGIN + "/callback";
  private static final String NO_ACCOUNT = "no_account";
  private static final Logger LOG = LoggerFactory.getLogger(ExternalLogin.class);

  @Bean
  PublicPaths externalLoginPaths() {
    return new PublicPaths(List.of(CALLBACK));
  }

  @Bean
  @Order(21)
  SecurityFilterChain externalLoginChain(
      HttpSecurity http,
      IdentityProperties properties,
      ExternalAccounts accounts,
      LoginCookie login)
      throws Exception {
    Provider provider = Objects.requireNonNull(properties.provider());
    ExternalProvider clients = new ExternalProvider(provider, properties.issuer() + CALLBACK);
    ExternalRequests requests = new ExternalRequests();
    return http.securityMatcher(PathPatternRequestMatcher.withDefaults().matcher(BEGIN + "/**"))
        .authorizeHttpRequests(all -> all.anyRequest().permitAll())
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .securityContext(c -> c.securityContextRepository(login))
        .requestCache(AbstractHttpConfigurer::disable)
        .csrf(AbstractHttpConfigurer::disable)
        .oauth2Login(
            o ->
                o.clientRegistrationRepository(clients)
                    .authorizedClientRepository(new NoAuthorizedClients())
                    .loginPage("/login")
                    .authorizationEndpoint(
                        a ->
                            a.authorizationRequestResolver(resolver(clients))
                                .authorizationRequestRepository(requests))
                    .redirectionEndpoint(r -> r.baseUri(CALLBACK))
                    .userInfoEndpoint(u -> u.oidcUserService(users(accounts, provider)))
                    .securityContextRepository(login)
                    .successHandler(
                        (request, response, who) -> {
                          String query = query(request);
                          response.sendRedirect(query == null ? "/" : "/oauth2/authorize?" + query);
                        })
                    .failureHandler(
                        (request, response, failure) -> {
                          LOG.info(
                              "a login at {} failed: {}", provider.issuer(), failure.getMessage());
                          String query = query(request);
                          String reason =
                              failure instanceof OAuth2AuthenticationException e
                                      && NO_ACCOUNT.equals(e.getError().getErrorCode())
                                  ? "unknown"
                                  : "external";
                          response.sendRedirect(
                              "/login?"
                                  + (query == null ? "" : query + "&")
                                  + "login_error="
                                  + reason);
                        }))
        .build();
  }

  private static @Nullable String query(HttpServletRequest request) {
    return (String) request.getAttribute(ExternalRequests.QUERY);
  }

  /** Null when the provider does not answer: the request goes on to the page that says so. */
  private static OAuth2AuthorizationRequestResolver resolver(ClientRegistrationRepository clients) {
    DefaultOAuth2AuthorizationRequestResolver resolver =
        new DefaultOAuth2AuthorizationRequestResolver(clients, "/login");
    resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    return new OAuth2AuthorizationRequestResolver() {
      @Override
      public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        try {
          return resolver.resolve(request);
        } catch (RuntimeException unreachable) {
          LOG.warn("the identity provider does not answer", unreachable);
          return null;
        }
      }

      @Override
      public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String id) {
        return resolve(request);
      }
    };
  }

  private static OAuth2UserService<OidcUserRequest, OidcUser> users(
      ExternalAccounts accounts, Provider provider) {
    OidcUserService service = new OidcUserService();
    return request -> {
      OidcUser user = service.loadUser(request);
      Account account =
          accounts
              .enter(ExternalPerson.of(provider.issuer(), user), provider)
              .orElseThrow(() -> new OAuth2AuthenticationException(new OAuth2Error(NO_ACCOUNT)));
      return new KnownUser(user, account.id().value());
    };
  }

  /** Named as the account is, which the login cookie keeps. */
  private static final class KnownUser extends DefaultOidcUser {
    private final String account;

    KnownUser(OidcUser user, String account) {
      super(List.of(), user.getIdToken(), user.getUserInfo());
      this.account = account;
    }

    @Override
    public String getName() {
      return account;
    }
  }
}
