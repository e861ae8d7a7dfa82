package io.flowmaster.platform.internal;

import io.flowmaster.platform.PublicPaths;
import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * The security chain of every path: a bearer token settled on one tenant, except where an area
 * names a public path.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
  private static final List<String> ALWAYS_PUBLIC =
      List.of(
          "/error",
          "/actuator/health",
          "/actuator/health/**",
          "/v3/api-docs",
          "/v3/api-docs/**",
          "/swagger-ui",
          "/swagger-ui.html",
          "/swagger-ui/**");

  @Bean
  @Order(100)
  SecurityFilterChain platform(
      HttpSecurity http, ProblemWriter problems, List<PublicPaths> publicPaths) throws Exception {
    PathPatternRequestMatcher.Builder path = PathPatternRequestMatcher.withDefaults();
    return http.csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .authorizeHttpRequests(
            requests -> {
              // a stream that ends is dispatched once more; it was let in at its beginning
              requests.dispatcherTypeMatchers(DispatcherType.ASYNC).permitAll();
              ALWAYS_PUBLIC.forEach(p -> requests.requestMatchers(path.matcher(p)).permitAll());
              publicPaths.stream()
                  .flatMap(p -> p.patterns().stream())
                  .forEach(p -> requests.requestMatchers(path.matcher(p)).permitAll());
              requests.requestMatchers(path.matcher("/actuator/**")).hasRole("admin");
              requests.anyRequest().authenticated();
            })
        .exceptionHandling(e -> e.authenticationEntryPoint(problems).accessDeniedHandler(problems))
        .oauth2ResourceServer(
            o ->
                o.jwt(Customizer.withDefaults())
                    .authenticationEntryPoint(problems)
                    .accessDeniedHandler(problems))
        .addFilterAfter(new ActorFilter(problems), BearerTokenAuthenticationFilter.class)
        .build();
  }
}
