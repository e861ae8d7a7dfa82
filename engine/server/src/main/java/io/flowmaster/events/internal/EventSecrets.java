package io.flowmaster.events.internal;

import io.flowmaster.platform.SecretColumn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where subscriptions keep what they sign with. */
@Configuration(proxyBeanMethods = false)
class EventSecrets {
  @Bean
  SecretColumn subscriptionSecrets() {
    return new SecretColumn("events_subscription", "secret");
  }
}
