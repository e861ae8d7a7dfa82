package io.flowmaster.executions.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.engine.EngineVariables;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.history.HistoricVariableUpdate;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What variables of the whole process were at some moment, out of the history of their changes. */
@Component
class FormerVariables {
  /**
   * The last change of each variable before the moment, and the last one since. In one millisecond
   * the order of the activities decides which made the change. The engine notes a removal as a last
   * change.
   */
  private static final String CHANGES =
      """
      select c.ID_, c.NAME_, c.BEFORE_, c.REMOVED_ from (
        select b.*, row_number() over (partition by b.NAME_, b.BEFORE_
          order by b.TIME_ desc, b.SEQUENCE_COUNTER_ desc, b.ID_ desc) as N_
        from (
          select d.ID_, d.NAME_, d.TIME_, d.SEQUENCE_COUNTER_,
            case when d.TIME_ < :at or (d.TIME_ = :at and coalesce(a.SEQUENCE_COUNTER_, 0) < :sequence)
              then 1 else 0 end as BEFORE_,
            case when h.STATE_ = 'DELETED' and d.SEQUENCE_COUNTER_ = (select max(x.SEQUENCE_COUNTER_)
              from ACT_HI_DETAIL x where x.VAR_INST_ID_ = d.VAR_INST_ID_) then 1 else 0 end as REMOVED_
          from ACT_HI_DETAIL d
          left join ACT_HI_ACTINST a on a.ID_ = d.ACT_INST_ID_
          left join ACT_HI_VARINST h on h.ID_ = d.VAR_INST_ID_
          where d.PROC_INST_ID_ = :id and d.EXECUTION_ID_ = :id and d.TYPE_ = 'VariableUpdate'
        ) b
      ) c where c.N_ = 1 order by c.NAME_
      """;

  private static final String INITIAL =
      """
      select ID_ from ACT_HI_DETAIL
      where PROC_INST_ID_ = :id and EXECUTION_ID_ = :id and TYPE_ = 'VariableUpdate' and INITIAL_ = true
      order by SEQUENCE_COUNTER_, ID_
      """;

  private final JdbcClient jdbc;
  private final HistoryService history;
  private final EngineVariables variables;

  FormerVariables(JdbcClient jdbc, HistoryService history, EngineVariables variables) {
    this.jdbc = jdbc;
    this.history = history;
    this.variables = variables;
  }

  private record Change(String id, String name, boolean before, boolean removed) {}

  /**
   * The variables that have changed since, with the value of then; null for one that was not there.
   *
   * @param sequence the activity that was entered at the moment
   */
  Map<String, @Nullable TypedValue> at(String execution, Instant at, long sequence) {
    Map<String, Change> then = new HashMap<>();
    List<String> changed = new ArrayList<>();
    jdbc.sql(CHANGES)
        .param("id", execution)
        .param("at", Timestamp.from(at))
        .param("sequence", sequence)
        .query(
            (row, n) ->
                new Change(
                    row.getString(1), row.getString(2), row.getInt(3) == 1, row.getInt(4) == 1))
        .list()
        .forEach(
            change -> {
              if (change.before()) {
                then.put(change.name(), change);
              } else {
                changed.add(change.name());
              }
            });
    Map<String, @Nullable TypedValue> values = new LinkedHashMap<>();
    for (String name : changed) {
      Change change = then.get(name);
      values.put(name, change == null || change.removed() ? null : value(change.id()));
    }
    return values;
  }

  /** Those that the execution was started with. */
  VariableMap initial(String execution) {
    VariableMap values = Variables.createVariables();
    jdbc.sql(INITIAL)
        .param("id", execution)
        .query(String.class)
        .list()
        .forEach(
            id -> {
              HistoricVariableUpdate update = update(id);
              values.putValueTyped(update.getVariableName(), restorable(update.getTypedValue()));
            });
    return values;
  }

  /** Those that the execution had at its end. */
  VariableMap last(String execution) {
    VariableMap values = Variables.createVariables();
    List<HistoricVariableInstance> found =
        history
            .createHistoricVariableInstanceQuery()
            .processInstanceIdIn(execution)
            .executionIdIn(execution)
            .disableCustomObjectDeserialization()
            .list();
    found.forEach(
        variable -> values.putValueTyped(variable.getName(), restorable(variable.getTypedValue())));
    return values;
  }

  private TypedValue value(String changeId) {
    return restorable(update(changeId).getTypedValue());
  }

  private HistoricVariableUpdate update(String changeId) {
    return (HistoricVariableUpdate)
        history
            .createHistoricDetailQuery()
            .detailId(changeId)
            .disableCustomObjectDeserialization()
            .singleResult();
  }

  /** JSON goes the way that every JSON value takes into the engine; the rest keeps its type. */
  private TypedValue restorable(TypedValue value) {
    JsonNode json = variables.toJson(value);
    return value instanceof SerializableValue && !json.isMissingNode()
        ? variables.toEngine(Map.of("value", json)).getValueTyped("value")
        : value;
  }
}
