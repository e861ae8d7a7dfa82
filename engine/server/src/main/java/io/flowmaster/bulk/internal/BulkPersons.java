package io.flowmaster.bulk.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.platform.PersonColumns;
import io.flowmaster.platform.PersonTexts;
import io.flowmaster.platform.PersonalData;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who ordered bulk jobs, and whom the orders name. */
@Component
class BulkPersons implements PersonalData {
  private final PersonColumns columns;
  private final BulkProperties properties;

  BulkPersons(JdbcClient jdbc, ObjectMapper json, BulkProperties properties) {
    this.columns =
        new PersonColumns(
            jdbc,
            "bulk",
            List.of("bulk_job.actor/actor_name", "bulk_job.on_behalf_of"),
            new PersonTexts(jdbc, json, List.of("bulk_job.parameters", "bulk_job.reason")));
    this.properties = properties;
  }

  @Override
  public String area() {
    return columns.area();
  }

  @Override
  public Erased erase(Person person, String pseudonym) {
    return new Erased(
        columns.erase(person, pseudonym).changed(),
        List.of(
            "What bulk jobs noted of single tasks, to undo them: it goes %d days after their end."
                .formatted(properties.keepEnded().toDays())));
  }
}
