package io.flowmaster.processes.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.platform.PersonColumns;
import io.flowmaster.platform.PersonTexts;
import io.flowmaster.platform.PersonalData;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where the catalogue names people. */
@Configuration(proxyBeanMethods = false)
class ProcessAuthors {
  @Bean
  PersonalData processesPersonalData(JdbcClient jdbc, ObjectMapper json) {
    return new PersonColumns(
        jdbc,
        "processes",
        List.of(
            "processes_process.created_by",
            "processes_process.updated_by",
            "processes_version.published_by",
            "processes_comment.author/author_name",
            "processes_comment.resolved_by",
            "processes_presence.user_id/user_name"),
        new PersonTexts(jdbc, json, List.of("processes_comment.message")));
  }
}
