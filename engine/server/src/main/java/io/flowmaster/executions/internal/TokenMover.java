package io.flowmaster.executions.internal;

import io.flowmaster.engine.EngineVariables;
import io.flowmaster.executions.ActiveActivity;
import io.flowmaster.executions.ExecutionId;
import io.flowmaster.executions.ExecutionIsPaused;
import io.flowmaster.executions.ExecutionMoved;
import io.flowmaster.executions.ExecutionStatus;
import io.flowmaster.executions.HistoryEventType;
import io.flowmaster.executions.NoTokenThere;
import io.flowmaster.executions.TokenMove;
import io.flowmaster.executions.UnknownActivity;
import io.flowmaster.executions.VariableChange;
import io.flowmaster.platform.CurrentActor;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Takes tokens away and puts others, in one step, so that the execution does not end in between.
 */
@Component
class TokenMover {
  private final RuntimeService runtime;
  private final ModelElements models;
  private final JdbcTokens tokens;
  private final EngineVariables variables;
  private final ChangedVariables changedVariables;
  private final ChangeLog changes;
  private final ApplicationEventPublisher events;
  private final CurrentActor current;
  private final Clock clock;

  TokenMover(
      RuntimeService runtime,
      ModelElements models,
      JdbcTokens tokens,
      EngineVariables variables,
      ChangedVariables changedVariables,
      ChangeLog changes,
      ApplicationEventPublisher events,
      CurrentActor current,
      Clock clock) {
    this.runtime = runtime;
    this.models = models;
    this.tokens = tokens;
    this.variables = variables;
    this.changedVariables = changedVariables;
    this.changes = changes;
    this.events = events;
    this.current = current;
    this.clock = clock;
  }

  void move(ExecutionRow row, TokenMove move) {
    if (row.status() == ExecutionStatus.PAUSED) {
      throw new ExecutionIsPaused(row.id());
    }
    check(row, move);
    Instant begun = clock.instant();
    Map<String, TypedValue> wanted = typed(variables.toEngine(move.variables()));
    List<VariableChange> changed = changedVariables.difference(row.id(), wanted);
    changedVariables.apply(row.id(), wanted);
    execute(row, move);
    changes.append(row.rootId(), HistoryEventType.EXECUTION_MOVED, begun, detail(move, changed));
    events.publishEvent(
        new ExecutionMoved(
            current.tenant(),
            new ExecutionId(row.id()),
            move.from(),
            move.to(),
            move.reason(),
            clock.instant()));
  }

  private static Map<String, TypedValue> typed(VariableMap values) {
    Map<String, TypedValue> typed = new LinkedHashMap<>();
    values.keySet().forEach(name -> typed.put(name, values.getValueTyped(name)));
    return typed;
  }

  /** Refuses what the model or the state does not allow. */
  void check(ExecutionRow row, TokenMove move) {
    checkKnown(row, "/from/", move.from());
    checkKnown(row, "/to/", move.to());
    checkTokens(row, move.from());
  }

  /** Moves tokens and nothing else. */
  void execute(ExecutionRow row, TokenMove move) {
    ProcessInstanceModificationBuilder builder =
        runtime.createProcessInstanceModification(row.id()).cancellationSourceExternal(true);
    if (move.reason() != null) {
      builder.setAnnotation(move.reason());
    }
    for (String activity : Set.copyOf(move.from())) {
      builder.cancelAllForActivity(activity);
    }
    for (String activity : move.to()) {
      builder.startBeforeActivity(activity);
    }
    builder.execute();
  }

  private void checkKnown(ExecutionRow row, String pointer, List<String> activities) {
    for (int i = 0; i < activities.size(); i++) {
      if (models.find(row.definitionId(), activities.get(i)).isEmpty()) {
        throw new UnknownActivity(pointer + i, activities.get(i));
      }
    }
  }

  private void checkTokens(ExecutionRow row, List<String> from) {
    Set<String> there =
        tokens.of(List.of(row.id())).getOrDefault(row.id(), List.of()).stream()
            .map(ActiveActivity::activityId)
            .collect(Collectors.toSet());
    for (int i = 0; i < from.size(); i++) {
      if (!there.contains(from.get(i)) && !isScopeThere(row, from.get(i))) {
        throw new NoTokenThere("/from/" + i, from.get(i));
      }
    }
  }

  private boolean isScopeThere(ExecutionRow row, String activity) {
    ActivityInstance all = runtime.getActivityInstance(row.id());
    return all != null && all.getActivityInstances(activity).length > 0;
  }

  private static Map<String, Object> detail(TokenMove move, List<VariableChange> changed) {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("from", move.from());
    detail.put("to", move.to());
    if (!changed.isEmpty()) {
      detail.put("variables", ChangedVariables.detail(changed));
    }
    if (move.reason() != null) {
      detail.put("reason", move.reason());
    }
    return detail;
  }
}
