package io.flowmaster.bulk.internal;

import io.flowmaster.platform.PersonalData;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who ordered bulk jobs. */
@Component
class BulkPersons implements PersonalData {
  private final JdbcClient jdbc;

  BulkPersons(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String area() {
    return "bulk";
  }

  @Override
  public Erased erase(Person person, String pseudonym) {
    int jobs =
        jdbc.sql(
                """
                update bulk_job set actor = :pseudonym, actor_name = :pseudonym
                where tenant = :tenant and actor = :person
                """)
            .param("pseudonym", pseudonym)
            .param("tenant", person.tenant().value())
            .param("person", person.id().value())
            .update();
    return new Erased(jobs == 0 ? Map.of() : Map.of("bulk_job.actor", jobs), List.of());
  }
}
