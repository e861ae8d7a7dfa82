package io.flowmaster.policies.internal;

import io.flowmaster.platform.PersonColumns;
import io.flowmaster.platform.PersonalData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who published policies, and what policies know about a person. */
@Component
class PolicyPersons implements PersonalData {
  private final JdbcClient jdbc;
  private final PersonColumns columns;

  PolicyPersons(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.columns =
        new PersonColumns(
            jdbc, "policies", List.of("policies_policy.draft_by", "policies_version.published_by"));
  }

  @Override
  public String area() {
    return "policies";
  }

  @Override
  public Erased erase(Person person, String pseudonym) {
    Map<String, Integer> changed = new LinkedHashMap<>(columns.erase(person, pseudonym).changed());
    int noted =
        jdbc.sql("delete from policies_subject where tenant = :tenant and subject = :subject")
            .param("tenant", person.tenant().value())
            .param("subject", person.id().value())
            .update();
    if (noted > 0) {
      changed.put("attributes", noted);
    }
    return new Erased(changed, List.of());
  }
}
