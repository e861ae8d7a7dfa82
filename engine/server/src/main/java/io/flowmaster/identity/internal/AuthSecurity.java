package io.flowmaster.identity.internal;

import io.flowmaster.platform.PublicPaths;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The chain of {@code /auth}. It settles on no tenant, because these paths are about the user and
 * not about a tenant's things; and on the paths that hand out or end tokens it ignores the {@code
 * Authorization} header, because clients send their expired token along when they ask for another.
 */
@Configuration(proxyBeanMethods = false)
class AuthSecurity {
  private static final List<String> TOKENLESS =
      List.of("/auth/login", "/auth/refresh", "/auth/logout", "/auth/password");

  @Bean
  PublicPaths authPaths() {
    return new PublicPaths(TOKENLESS);
  }

  @Bean
  @Order(30)
  SecurityFilterChain auth(
      HttpSecurity http, AuthenticationEntryPoint unauthorized, AccessDeniedHandler denied)
      throws Exception {
    PathPatternRequestMatcher.Builder path = PathPatternRequestMatcher.withDefaults();
    RequestMatcher tokenless =
        new OrRequestMatcher(TOKENLESS.stream().<RequestMatcher>map(p -> path.matcher(p)).toList());
    BearerTokenResolver header = new DefaultBearerTokenResolver();
    return http.securityMatcher(path.matcher("/auth/**"))
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(tokenless)
                    .permitAll()
                    .requestMatchers(path.matcher(HttpMethod.OPTIONS, "/auth/**"))
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .exceptionHandling(
            e -> e.authenticationEntryPoint(unauthorized).accessDeniedHandler(denied))
        .oauth2ResourceServer(
            o ->
                o.jwt(Customizer.withDefaults())
                    .bearerTokenResolver(
                        request -> tokenless.matches(request) ? null : header.resolve(request))
                    .authenticationEntryPoint(unauthorized)
                    .accessDeniedHandler(denied))
        .build();
  }
}
