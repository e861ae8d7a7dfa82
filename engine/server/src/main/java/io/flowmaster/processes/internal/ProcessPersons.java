package io.flowmaster.processes.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.platform.PersonColumns;
import io.flowmaster.platform.PersonTexts;
import io.flowmaster.platform.PersonalData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where the catalogue names people. */
@Component
class ProcessPersons implements PersonalData {

  /** That there was a comment stays: others answered it. */
  private static final String COMMENTS =
      "update processes_comment set message = '(erased)' where tenant = :tenant and author = :person";

  private static final String PRESENCE =
      "delete from processes_presence where tenant = :tenant and user_id = :person";
  private final JdbcClient jdbc;
  private final PersonColumns columns;

  ProcessPersons(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.columns =
        new PersonColumns(
            jdbc,
            "processes",
            List.of(
                "processes_process.created_by",
                "processes_process.updated_by",
                "processes_version.published_by",
                "processes_comment.author/author_name",
                "processes_comment.resolved_by"),
            new PersonTexts(jdbc, json, List.of("processes_comment.message")));
  }

  @Override
  public String area() {
    return "processes";
  }

  @Override
  public Erased erase(Person person, String pseudonym) {
    Map<String, Integer> changed = new LinkedHashMap<>();
    changed.put("texts of comments", change(COMMENTS, person));
    change(PRESENCE, person);
    changed.values().removeIf(count -> count == 0);
    changed.putAll(columns.erase(person, pseudonym).changed());
    return new Erased(changed, List.of());
  }

  private int change(String sql, Person person) {
    return jdbc.sql(sql)
        .param("tenant", person.tenant().value())
        .param("person", person.id().value())
        .update();
  }
}
