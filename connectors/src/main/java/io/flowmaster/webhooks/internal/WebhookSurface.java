package io.flowmaster.webhooks.internal;

import io.flowmaster.platform.PersonColumns;
import io.flowmaster.platform.PersonalData;
import io.flowmaster.platform.PublicPaths;
import io.flowmaster.platform.SecretColumn;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the platform has to know of webhooks. */
@Configuration(proxyBeanMethods = false)
class WebhookSurface {

  /** Senders have no token; they sign. */
  @Bean
  PublicPaths webhookPaths() {
    return new PublicPaths(List.of(JdbcWebhookStore.PATH + "*"));
  }

  @Bean
  PersonalData webhooksPersonalData(JdbcClient jdbc) {
    return new PersonColumns(
        jdbc, "webhooks", List.of("webhooks_webhook.created_by", "webhooks_webhook.updated_by"));
  }

  @Bean
  SecretColumn webhookSecrets() {
    return new SecretColumn("webhooks_webhook", "secret");
  }
}
