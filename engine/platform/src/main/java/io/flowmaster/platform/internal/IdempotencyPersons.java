package io.flowmaster.platform.internal;

import io.flowmaster.platform.PersonalData;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers that are kept for requests of a person that may come again. */
@Component
class IdempotencyPersons implements PersonalData {
  private final JdbcClient jdbc;

  IdempotencyPersons(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String area() {
    return "platform";
  }

  @Override
  public Erased erase(Person person, String pseudonym) {
    int answers =
        jdbc.sql("delete from platform_idempotency where tenant = :tenant and actor = :person")
            .param("tenant", person.tenant().value())
            .param("person", person.id().value())
            .update();
    return new Erased(answers == 0 ? Map.of() : Map.of("kept answers", answers), List.of());
  }
}
