package io.flowmaster.feedback.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.platform.PersonColumns;
import io.flowmaster.platform.PersonTexts;
import io.flowmaster.platform.PersonalData;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What feedback knows of people. */
@Configuration(proxyBeanMethods = false)
class FeedbackPersons {

  @Bean
  PersonalData feedbackPersonalData(JdbcClient jdbc, ObjectMapper json) {
    return new PersonColumns(
        jdbc,
        "feedback",
        List.of("feedback_feedback.created_by/created_by_name"),
        new PersonTexts(
            jdbc, json, List.of("feedback_feedback.comment", "feedback_feedback.correction")));
  }
}
