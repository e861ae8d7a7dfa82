package io.flowmaster.integrations.internal;

import io.flowmaster.platform.PersonColumns;
import io.flowmaster.platform.PersonalData;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where integrations name people. */
@Configuration(proxyBeanMethods = false)
class IntegrationAuthors {
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
}
