package io.flowmaster.executions.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.platform.PersonColumns;
import io.flowmaster.platform.PersonTexts;
import io.flowmaster.platform.PersonalData;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who changed executions, paused work and sent messages that still wait, and whom that names. */
@Configuration(proxyBeanMethods = false)
class ExecutionPersons {
  @Bean
  PersonalData executionsPersonalData(JdbcClient jdbc, ObjectMapper json) {
    return new PersonColumns(
        jdbc,
        "executions",
        List.of(
            "executions_change.actor",
            "executions_message.actor/actor_name",
            "executions_message.on_behalf_of",
            "executions_pause.created_by"),
        new PersonTexts(
            jdbc, json, List.of("executions_change.detail", "executions_pause.reason")));
  }
}
