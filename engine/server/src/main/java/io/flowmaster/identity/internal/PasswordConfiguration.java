package io.flowmaster.identity.internal;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How passwords and client secrets are hashed. */
@Configuration(proxyBeanMethods = false)
class PasswordConfiguration {
  private static final int COST = 12;

  /** The hash names its method, so that a better one can follow without anybody's new password. */
  @Bean
  PasswordEncoder passwordEncoder() {
    return new DelegatingPasswordEncoder(
        "bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(COST)));
  }
}
