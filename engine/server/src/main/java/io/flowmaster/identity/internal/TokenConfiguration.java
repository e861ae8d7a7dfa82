package io.flowmaster.identity.internal;

import com.nimbusds.jose.jwk.JWKSet;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;

/** Signs and checks access tokens. */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

  @Bean
  BearerTokens bearerTokens(
      JdbcSigningKeys keys,
      JdbcApiKeys apiKeys,
      ActiveSessions sessions,
      IdentityProperties properties,
      Clock clock) {
    NimbusJwtDecoder decoder =
        (NimbusJwtDecoder) OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    JwtTimestampValidator time = new JwtTimestampValidator(BearerTokens.SKEW);
    time.setClock(clock);
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            time,
            new JwtIssuerValidator(properties.issuer()),
            new JwtClaimValidator<java.util.Collection<String>>(
                JwtClaimNames.AUD,
                audience -> audience != null && audience.contains(IdentityProperties.AUDIENCE)),
            sessions));
    return new BearerTokens(decoder, apiKeys);
  }

  @Bean
  JwtEncoder jwtEncoder(JdbcSigningKeys keys) {
    return new NimbusJwtEncoder((selector, context) -> selector.select(new JWKSet(keys.signing())));
  }
}
