package io.flowmaster.engine.internal;

import io.flowmaster.platform.PersonColumns;
import io.flowmaster.platform.PersonalData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Persons in the engine's history and running executions. The engine offers no way to change who
 * did something, so this and {@link CaseVariables} are the places that write to its tables; they
 * change names and what has ended, nothing that the engine decides by.
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

  private final CaseVariables variables;
  private final PersonColumns columns;

  EngineHistoryPersons(JdbcClient jdbc, CaseVariables variables) {
    this.variables = variables;
    this.columns = new PersonColumns(jdbc, "engine", "TENANT_ID_", COLUMNS);
  }

  @Override
  public String area() {
    return "engine";
  }

  @Override
  public Erased erase(Person person, String pseudonym) {
    CaseVariables.Cases cases = variables.of(person);
    Map<String, Integer> changed = new LinkedHashMap<>(variables.erase(person, cases.ended()));
    changed.putAll(columns.erase(person, pseudonym).changed());
    CaseVariables.Cases left = variables.of(person);
    List<String> kept = new ArrayList<>();
    if (!left.ended().isEmpty()) {
      kept.add(
          "Variables of ended executions that hold the id, the name or the address and were not named in the request:"
              + " they go with the history when its time to live is over. Executions: "
              + named(left.ended()));
    }
    if (!left.running().isEmpty()) {
      kept.add(
          "Variables of executions that still run: they are the cases' own data, and nothing of them was changed."
              + " Change them, or cancel the cases and ask again, if they must go before. Executions: "
              + named(left.running()));
    }
    return new Erased(changed, kept);
  }

  private static String named(List<String> cases) {
    return String.join(", ", cases.subList(0, Math.min(MOST_NAMED, cases.size())))
        + (cases.size() > MOST_NAMED ? " and more." : ".");
  }
}
