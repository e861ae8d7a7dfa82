package io.flowmaster.rules.internal;

import io.flowmaster.platform.PersonColumns;
import io.flowmaster.platform.PersonalData;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where rule sets name people. */
@Configuration(proxyBeanMethods = false)
class RuleAuthors {
  @Bean
  PersonalData rulesPersonalData(JdbcClient jdbc) {
    return new PersonColumns(
        jdbc,
        "rules",
        List.of("rules_set.created_by", "rules_set.updated_by", "rules_version.published_by"));
  }
}
