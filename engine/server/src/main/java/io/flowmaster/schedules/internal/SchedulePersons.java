package io.flowmaster.schedules.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.platform.PersonColumns;
import io.flowmaster.platform.PersonTexts;
import io.flowmaster.platform.PersonalData;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** For whom schedules run, and whom their actions name. */
@Configuration(proxyBeanMethods = false)
class SchedulePersons {
  @Bean
  PersonalData schedulesPersonalData(JdbcClient jdbc, ObjectMapper json) {
    return new PersonColumns(
        jdbc,
        "schedules",
        List.of(
            "schedules_schedule.actor/actor_name",
            "schedules_schedule.updated_by",
            "schedules_run.actor/actor_name"),
        new PersonTexts(
            jdbc,
            json,
            List.of(
                "schedules_schedule.name", "schedules_schedule.action", "schedules_run.message")));
  }
}
