package io.flowmaster.executions.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.executions.CaseHistory;
import io.flowmaster.executions.ExecutionId;
import io.flowmaster.platform.CurrentActor;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what a case file needs: a fixed number of statements, however long the history is. */
@Component
class JdbcCaseHistory implements CaseHistory {
  private static final String ENDS =
      """
      select PROC_INST_ID_, coalesce(ACT_NAME_, ACT_ID_) as NAME_ from ACT_HI_ACTINST
      where PROC_INST_ID_ in (:ids) and ACT_TYPE_ like '%EndEvent' order by END_TIME_, SEQUENCE_COUNTER_
      """;
  private static final String INCIDENTS =
      """
      select ROOT_PROC_INST_ID_ as ID_, count(*) as N_ from ACT_HI_INCIDENT
      where ROOT_PROC_INST_ID_ in (:ids) and ROOT_CAUSE_INCIDENT_ID_ = ID_ group by ROOT_PROC_INST_ID_
      """;

  private final JdbcClient jdbc;
  private final ExecutionRows rows;
  private final ExecutionViews views;
  private final ExecutionPolicies policies;
  private final JdbcHistory history;
  private final CurrentActor current;

  JdbcCaseHistory(
      JdbcClient jdbc,
      ExecutionRows rows,
      ExecutionViews views,
      ExecutionPolicies policies,
      JdbcHistory history,
      CurrentActor current) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.views = views;
    this.policies = policies;
    this.history = history;
    this.current = current;
  }

  @Override
  public Optional<Course> of(ExecutionId id, int most) {
    return rows.inTenant(id.value())
        .filter(policies::mayRead)
        .map(
            row -> {
              JdbcHistory.Latest latest = history.latest(row, most);
              return new Course(
                  views.page(List.of(row), List.of()).get(0), latest.events(), latest.isCut());
            });
  }

  @Override
  public List<Finished> finished(
      String processKey, @Nullable ExecutionId but, Set<String> variables, int most) {
    Condition condition =
        new Condition()
            .andIf(current.tenant().value(), "p.TENANT_ID_ = ?")
            .andIf(processKey, "p.PROC_DEF_KEY_ = ?")
            .andIf(but == null ? null : but.value(), "p.ID_ <> ?")
            .and("p.END_TIME_ is not null");
    List<ExecutionRow> found =
        jdbc
            .sql(
                ExecutionRow.SELECT
                    + " where %s order by p.END_TIME_ desc, p.ID_ limit %d"
                        .formatted(condition.sql(), most))
            .params(condition.parameters())
            .query(ExecutionRow::read)
            .list()
            .stream()
            .filter(policies::mayRead)
            .toList();
    if (found.isEmpty()) {
      return List.of();
    }
    List<String> ids = found.stream().map(ExecutionRow::id).toList();
    Map<String, String> ends = ends(ids);
    Map<String, Integer> incidents = incidents(ids);
    Map<String, Map<String, JsonNode>> values =
        variables.isEmpty() ? Map.of() : views.read(ids, List.copyOf(variables));
    return found.stream()
        .map(
            row ->
                new Finished(
                    row.id(),
                    row.businessKey(),
                    row.status(),
                    row.startedAt(),
                    Objects.requireNonNull(row.endedAt()),
                    ends.get(row.id()),
                    incidents.getOrDefault(row.id(), 0),
                    values.getOrDefault(row.id(), Map.of())))
        .toList();
  }

  private Map<String, String> ends(Collection<String> ids) {
    Map<String, String> ends = new HashMap<>();
    jdbc.sql(ENDS)
        .param("ids", ids)
        .query(
            row -> {
              ends.put(row.getString("PROC_INST_ID_"), row.getString("NAME_"));
            });
    return ends;
  }

  private Map<String, Integer> incidents(Collection<String> ids) {
    Map<String, Integer> incidents = new HashMap<>();
    jdbc.sql(INCIDENTS)
        .param("ids", ids)
        .query(
            row -> {
              incidents.put(row.getString("ID_"), row.getInt("N_"));
            });
    return incidents;
  }
}
