package io.flowmaster.realtime.internal;

import io.flowmaster.platform.PersonColumns;
import io.flowmaster.platform.PersonalData;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who listens right now. */
@Component
class RealtimePersons implements PersonalData {
  private final PersonColumns columns;

  RealtimePersons(JdbcClient jdbc) {
    this.columns =
        new PersonColumns(jdbc, "realtime", List.of("realtime_presence.user_id/user_name"));
  }

  @Override
  public String area() {
    return columns.area();
  }

  @Override
  public Erased erase(Person person, String pseudonym) {
    return columns.erase(person, pseudonym);
  }
}
