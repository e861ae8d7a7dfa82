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

  /** So many executions are named, so that somebody can look at them. */
  private static final int MOST_NAMED = 100;

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
    List<String> cases = cases(person);
    return new Erased(changed, cases.isEmpty() ? List.of() : List.of(kept(cases)));
  }

  private List<String> cases(Person person) {
    return jdbc.sql(
            """
            select distinct ROOT_PROC_INST_ID_ from ACT_HI_VARINST
            where TENANT_ID_ = :tenant and TEXT_ = :person and ROOT_PROC_INST_ID_ is not null
            order by ROOT_PROC_INST_ID_ limit :most
            """)
        .param("tenant", person.tenant().value())
        .param("person", person.id().value())
        .param("most", MOST_NAMED + 1)
        .query(String.class)
        .list();
  }

  private static String kept(List<String> cases) {
    return "Variables that hold the id: they are their cases' own data, and go with the history when"
        + " its time to live is over. Change them, or cancel the cases, if they must go before. Executions: "
        + String.join(", ", cases.subList(0, Math.min(MOST_NAMED, cases.size())))
        + (cases.size() > MOST_NAMED ? " and more." : ".");
  }
}
