package io.flowmaster.executions.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.engine.EngineVariables;
import io.flowmaster.engine.ExecutionChanges.Over;
import io.flowmaster.engine.UncommittedExecutions;
import io.flowmaster.executions.ExecutionNotFound;
import io.flowmaster.executions.ExecutionStatus;
import io.flowmaster.executions.ExecutionView;
import io.flowmaster.platform.CurrentActor;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.springframework.stereotype.Component;

/**
 * The view of an execution that this transaction has started: the database is asked only for what
 * the engine has not just said.
 */
@Component
class StartedViews {
  private final UncommittedExecutions uncommitted;
  private final ExecutionRows rows;
  private final ExecutionViews views;
  private final ExecutionPolicies policies;
  private final EngineVariables variables;
  private final CurrentActor current;

  StartedViews(
      UncommittedExecutions uncommitted,
      ExecutionRows rows,
      ExecutionViews views,
      ExecutionPolicies policies,
      EngineVariables variables,
      CurrentActor current) {
    this.uncommitted = uncommitted;
    this.rows = rows;
    this.views = views;
    this.policies = policies;
    this.variables = variables;
    this.current = current;
  }

  /**
   * The execution as it is now.
   *
   * @throws ExecutionNotFound when it is not for the actor's eyes
   */
  ExecutionView of(Started started) {
    return row(started)
        .map(row -> views.one(row, started.process(), values(started)))
        .orElseGet(() -> views.one(rows.get(started.id())));
  }

  private Optional<ExecutionRow> row(Started started) {
    String actor = current.get().id().value();
    Optional<Over> over = uncommitted.over(started.id());
    return uncommitted
        .begun(started.id())
        .filter(begun -> actor.equals(begun.startedBy()))
        .map(
            begun ->
                new ExecutionRow(
                    begun.id(),
                    begun.id(),
                    null,
                    begun.processDefinitionId(),
                    begun.processKey(),
                    begun.businessKey(),
                    over.map(StartedViews::status).orElse(ExecutionStatus.RUNNING),
                    begun.at(),
                    actor,
                    over.map(Over::at).orElse(null)))
        .filter(policies::mayRead);
  }

  private static ExecutionStatus status(Over over) {
    return over.completed() ? ExecutionStatus.COMPLETED : ExecutionStatus.CANCELLED;
  }

  /** What is kept serialized may differ from the value at hand and is read as it was written. */
  private Map<String, JsonNode> values(Started started) {
    VariableMap now = started.instance().getVariables();
    return now.keySet().stream()
            .anyMatch(name -> now.getValueTyped(name) instanceof SerializableValue)
        ? views.variables(started.id())
        : new TreeMap<>(variables.toJson(now));
  }
}
