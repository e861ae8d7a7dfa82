package io.flowmaster.calendars.internal;

import io.flowmaster.platform.PersonColumns;
import io.flowmaster.platform.PersonalData;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where calendars name people. */
@Configuration(proxyBeanMethods = false)
class CalendarAuthors {
  @Bean
  PersonalData calendarsPersonalData(JdbcClient jdbc) {
    return new PersonColumns(jdbc, "calendars", List.of("calendars_calendar.updated_by"));
  }
}
