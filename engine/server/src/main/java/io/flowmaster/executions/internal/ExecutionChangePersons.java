package io.flowmaster.executions.internal;

import io.flowmaster.platform.PersonColumns;
import io.flowmaster.platform.PersonalData;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who changed executions. */
@Configuration(proxyBeanMethods = false)
class ExecutionChangePersons {
  @Bean
  PersonalData executionsPersonalData(JdbcClient jdbc) {
    return new PersonColumns(jdbc, "executions", List.of("executions_change.actor"));
  }
}
