package io.flowmaster.executions.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.engine.EngineVariables;
import io.flowmaster.executions.ActiveActivity;
import io.flowmaster.executions.ExecutionStatus;
import io.flowmaster.executions.ExecutionView;
import io.flowmaster.executions.IncidentView;
import io.flowmaster.processes.PublishedProcess;
import io.flowmaster.processes.PublishedProcesses;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstanceQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Completes rows to views, with a fixed number of statements for a whole page. */
@Component
class ExecutionViews {
  private final PublishedProcesses processes;
  private final JdbcTokens tokens;
  private final JdbcIncidents incidents;
  private final HistoryService history;
  private final EngineVariables variables;

  ExecutionViews(
      PublishedProcesses processes,
      JdbcTokens tokens,
      JdbcIncidents incidents,
      HistoryService history,
      EngineVariables variables) {
    this.processes = processes;
    this.tokens = tokens;
    this.incidents = incidents;
    this.history = history;
    this.variables = variables;
  }

  /** One execution with everything. */
  ExecutionView one(ExecutionRow row) {
    return one(
        row,
        processes.byDefinitions(List.of(row.definitionId())).get(row.definitionId()),
        variables(row.id()));
  }

  /** One execution whose process and variables are known. */
  ExecutionView one(
      ExecutionRow row, @Nullable PublishedProcess process, Map<String, JsonNode> values) {
    List<String> running = row.hasEnded() ? List.of() : List.of(row.id());
    List<IncidentView> open = mayHaveIncidents(row) ? incidents.withCauses(row.id()) : List.of();
    return view(row, process, tokens.of(running).getOrDefault(row.id(), List.of()), open, values);
  }

  /** The row says whether there is one, but for a paused execution. */
  private static boolean mayHaveIncidents(ExecutionRow row) {
    return row.status() == ExecutionStatus.FAILED || row.status() == ExecutionStatus.PAUSED;
  }

  /**
   * A page.
   *
   * @param shown the variables to read; none when empty
   */
  List<ExecutionView> page(List<ExecutionRow> rows, List<String> shown) {
    List<String> running =
        rows.stream().filter(row -> !row.hasEnded()).map(ExecutionRow::id).toList();
    Map<String, PublishedProcess> definitions =
        processes.byDefinitions(
            rows.stream().map(ExecutionRow::definitionId).collect(Collectors.toSet()));
    Map<String, List<ActiveActivity>> activities = tokens.of(running);
    Map<String, List<IncidentView>> open = incidents.of(running);
    Map<String, Map<String, JsonNode>> values =
        shown.isEmpty() ? Map.of() : read(rows.stream().map(ExecutionRow::id).toList(), shown);
    return rows.stream()
        .map(
            row ->
                view(
                    row,
                    definitions.get(row.definitionId()),
                    activities.getOrDefault(row.id(), List.of()),
                    open.getOrDefault(row.id(), List.of()),
                    shown.isEmpty() ? null : values.getOrDefault(row.id(), Map.of())))
        .toList();
  }

  /** The variables of the whole process, sorted by name. */
  Map<String, JsonNode> variables(String execution) {
    return read(List.of(execution), List.of()).getOrDefault(execution, Map.of());
  }

  /** By execution and name; all variables of the whole process when no names are given. */
  Map<String, Map<String, JsonNode>> read(Collection<String> ids, List<String> names) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    String[] all = ids.toArray(String[]::new);
    HistoricVariableInstanceQuery query =
        history
            .createHistoricVariableInstanceQuery()
            .processInstanceIdIn(all)
            .executionIdIn(all)
            .disableCustomObjectDeserialization();
    if (!names.isEmpty()) {
      query.variableNameIn(names.toArray(String[]::new));
    }
    Map<String, Map<String, JsonNode>> found = new HashMap<>();
    for (HistoricVariableInstance variable : query.orderByVariableName().asc().list()) {
      JsonNode value = variables.toJson(variable.getTypedValue());
      if (!value.isMissingNode()) {
        found
            .computeIfAbsent(variable.getProcessInstanceId(), id -> new LinkedHashMap<>())
            .put(variable.getName(), value);
      }
    }
    return found;
  }

  private static ExecutionView view(
      ExecutionRow row,
      @Nullable PublishedProcess process,
      List<ActiveActivity> activities,
      List<IncidentView> incidents,
      @Nullable Map<String, JsonNode> variables) {
    return new ExecutionView(
        row.id(),
        row.parentId(),
        process == null ? null : process.processId(),
        row.processKey(),
        process == null ? row.processKey() : process.name(),
        process == null ? 0 : process.version(),
        row.businessKey(),
        row.status(),
        activities,
        incidents,
        variables,
        row.startedAt(),
        row.startedBy(),
        row.endedAt());
  }
}
