package io.flowmaster.engine.internal;

import io.flowmaster.platform.PersonColumns;
import io.flowmaster.platform.PersonalData;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Persons in the engine's history and running executions. The engine offers no way to change who
 * did something, so this is the one place that writes to its tables; it changes names only, nothing
 * that the engine decides by.
 */
@Component
class EngineHistoryPersons implements PersonalData {
  private static final List<String> COLUMNS =
      List.of(
          "ACT_HI_PROCINST.START_USER_ID_",
          "ACT_HI_TASKINST.ASSIGNEE_",
          "ACT_HI_TASKINST.OWNER_",
          "ACT_HI_ACTINST.ASSIGNEE_",
          "ACT_HI_IDENTITYLINK.USER_ID_",
          "ACT_HI_IDENTITYLINK.ASSIGNER_ID_",
          "ACT_HI_COMMENT.USER_ID_",
          "ACT_HI_ATTACHMENT.USER_ID_",
          "ACT_HI_OP_LOG.USER_ID_");
  private final JdbcClient jdbc;
  private final PersonColumns columns;

  EngineHistoryPersons(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.columns = new PersonColumns(jdbc, "engine", "TENANT_ID_", COLUMNS);
  }

  @Override
  public String area() {
    return "engine";
  }

  @Override
  public Erased erase(Person person, String pseudonym) {
    Map<String, Integer> changed = columns.erase(person, pseudonym).changed();
    long variables =
        jdbc.sql(
                "select count(*) from ACT_HI_VARINST where TENANT_ID_ = :tenant and TEXT_ = :person")
            .param("tenant", person.tenant().value())
            .param("person", person.id().value())
            .query(Long.class)
            .single();
    List<String> kept =
        variables == 0
            ? List.of()
            : List.of(
                variables
                    + " variables of cases hold the id: they are the cases' own data, and go with"
                    + " their history when its time to live is over.");
    return new Erased(changed, kept);
  }
}
