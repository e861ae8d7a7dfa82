package io.flowmaster.models.internal;

import io.flowmaster.platform.PersonColumns;
import io.flowmaster.platform.PersonalData;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the platform has to know of language models. */
@Configuration(proxyBeanMethods = false)
class ModelSurface {

  @Bean
  PersonalData modelsPersonalData(JdbcClient jdbc) {
    return new PersonColumns(
        jdbc, "models", List.of("models_budget.updated_by", "models_guardrails.updated_by"));
  }
}
