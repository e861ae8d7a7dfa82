package io.flowmaster.versioning.internal;

import io.flowmaster.platform.PersonColumns;
import io.flowmaster.platform.PersonalData;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where deprecations name people. */
@Configuration(proxyBeanMethods = false)
class VersionAuthors {
  @Bean
  PersonalData versioningPersonalData(JdbcClient jdbc) {
    return new PersonColumns(jdbc, "versioning", List.of("versioning_deprecation.deprecated_by"));
  }
}
