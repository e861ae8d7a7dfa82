package io.flowmaster.integrations.internal;

import io.flowmaster.platform.PersonColumns;
import io.flowmaster.platform.PersonalData;
import io.flowmaster.platform.SecretColumn;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where integrations name people, and where they keep secrets. */
@Configuration(proxyBeanMethods = false)
class IntegrationColumns {
  @Bean
  PersonalData integrationsPersonalData(JdbcClient jdbc) {
    return new PersonColumns(
        jdbc,
        "integrations",
        List.of(
            "integrations_integration.created_by",
            "integrations_integration.updated_by",
            "integrations_secret.updated_by"));
  }

  @Bean
  SecretColumn integrationsSecrets() {
    return new SecretColumn("integrations_secret", "content");
  }
}
