package io.flowmaster.engine.internal;

import io.flowmaster.platform.PersonalData.Person;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Variables of cases that are about a person. A case is about a person when one of its variables is
 * the person's id, name or address, and nothing else.
 */
@Component
class CaseVariables {
  private static final String ERASED = "(erased)";

  private final JdbcClient jdbc;
  private final ObjectProvider<HistoryService> history;

  CaseVariables(JdbcClient jdbc, ObjectProvider<HistoryService> history) {
    this.jdbc = jdbc;
    this.history = history;
  }

  /**
   * Ids of executions.
   *
   * @param ended those that nothing can go on in
   */
  record Cases(List<String> ended, List<String> running) {}

  Cases of(Person person) {
    List<String> values =
        Stream.of(person.id().value(), person.name(), person.email())
            .filter(Objects::nonNull)
            .toList();
    Cases cases = new Cases(new ArrayList<>(), new ArrayList<>());
    jdbc.sql(
            """
            select p.ID_, p.END_TIME_ from ACT_HI_PROCINST p where p.TENANT_ID_ = :tenant
              and p.ID_ in (select v.ROOT_PROC_INST_ID_ from ACT_HI_VARINST v
                where v.TENANT_ID_ = :tenant and v.TEXT_ in (:values))
            order by p.ID_
            """)
        .param("tenant", person.tenant().value())
        .param("values", values)
        .query(
            row -> {
              boolean over = row.getTimestamp(2) != null;
              (over ? cases.ended : cases.running).add(row.getString(1));
            });
    return cases;
  }

  /**
   * Deletes the named variables of cases that have ended, with every value that they ever had, also
   * in what executions called from them kept; decisions that they took keep all but these values.
   *
   * @return how much, by what it is
   */
  Map<String, Integer> erase(Person person, List<String> ended) {
    Map<String, Integer> changed = new LinkedHashMap<>();
    for (String root : person.variables().isEmpty() ? List.<String>of() : ended) {
      merge(changed, "values in decisions", decided(person, root, "ACT_HI_DEC_IN"));
      merge(changed, "values in decisions", decided(person, root, "ACT_HI_DEC_OUT"));
      List<String> ids =
          jdbc.sql(
                  """
                  select ID_ from ACT_HI_VARINST
                  where TENANT_ID_ = :tenant and ROOT_PROC_INST_ID_ = :root and NAME_ in (:names)
                  """)
              .param("tenant", person.tenant().value())
              .param("root", root)
              .param("names", person.variables())
              .query(String.class)
              .list();
      ids.forEach(history.getObject()::deleteHistoricVariableInstance);
      merge(changed, "variables of ended executions", ids.size());
    }
    return changed;
  }

  private int decided(Person person, String root, String table) {
    return jdbc.sql(
            """
            update %s set TEXT_ = :erased, LONG_ = null, DOUBLE_ = null
            where DEC_INST_ID_ in (select d.ID_ from ACT_HI_DECINST d
                where d.TENANT_ID_ = :tenant and d.ROOT_PROC_INST_ID_ = :root)
              and TEXT_ in (select v.TEXT_ from ACT_HI_DETAIL v
                where v.TENANT_ID_ = :tenant and v.ROOT_PROC_INST_ID_ = :root and v.NAME_ in (:names)
                  and v.TEXT_ is not null)
            """
                .formatted(table))
        .param("erased", ERASED)
        .param("tenant", person.tenant().value())
        .param("root", root)
        .param("names", person.variables())
        .update();
  }

  private static void merge(Map<String, Integer> changed, String what, int rows) {
    if (rows > 0) {
      changed.merge(what, rows, Integer::sum);
    }
  }
}
