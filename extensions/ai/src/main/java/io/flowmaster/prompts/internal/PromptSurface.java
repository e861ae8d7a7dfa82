package io.flowmaster.prompts.internal;

import io.flowmaster.platform.PersonColumns;
import io.flowmaster.platform.PersonalData;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the platform has to know of prompts. */
@Configuration(proxyBeanMethods = false)
class PromptSurface {

  @Bean
  PersonalData promptsPersonalData(JdbcClient jdbc) {
    return new PersonColumns(
        jdbc,
        "prompts",
        List.of(
            "prompts_prompt.created_by",
            "prompts_prompt.updated_by",
            "prompts_version.created_by",
            "prompts_test_set.updated_by",
            "prompts_run.run_by",
            "prompts_trial.begun_by"));
  }
}
