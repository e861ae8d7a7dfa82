package io.flowmaster.executions.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.engine.EngineVariables;
import io.flowmaster.executions.ExecutionCancelled;
import io.flowmaster.executions.ExecutionControl;
import io.flowmaster.executions.ExecutionEnded;
import io.flowmaster.executions.ExecutionId;
import io.flowmaster.executions.ExecutionPaused;
import io.flowmaster.executions.ExecutionResumed;
import io.flowmaster.executions.ExecutionStatus;
import io.flowmaster.executions.ExecutionView;
import io.flowmaster.executions.PartOfExecution;
import io.flowmaster.executions.RefusedInput;
import io.flowmaster.executions.RetriedWork;
import io.flowmaster.executions.TokenMove;
import io.flowmaster.executions.VariablesChanged;
import io.flowmaster.platform.AccessPolicy.Action;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.InvalidValue;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Steers process instances through the engine's runtime service. */
@Service
class EngineControl implements ExecutionControl {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final RuntimeService runtime;
  private final EngineCalls engine;
  private final ExecutionRows rows;
  private final ExecutionViews views;
  private final ExecutionTree tree;
  private final ExecutionPolicies policies;
  private final TokenMover mover;
  private final WorkRetrier retrier;
  private final WorkOutcomes outcomes;
  private final JdbcWorkPauses pauses;
  private final EngineVariables variables;
  private final ApplicationEventPublisher events;
  private final CurrentActor current;
  private final Clock clock;

  EngineControl(
      RuntimeService runtime,
      EngineCalls engine,
      ExecutionRows rows,
      ExecutionViews views,
      ExecutionTree tree,
      ExecutionPolicies policies,
      TokenMover mover,
      WorkRetrier retrier,
      WorkOutcomes outcomes,
      JdbcWorkPauses pauses,
      EngineVariables variables,
      ApplicationEventPublisher events,
      CurrentActor current,
      Clock clock) {
    this.runtime = runtime;
    this.engine = engine;
    this.rows = rows;
    this.views = views;
    this.tree = tree;
    this.policies = policies;
    this.mover = mover;
    this.retrier = retrier;
    this.outcomes = outcomes;
    this.pauses = pauses;
    this.variables = variables;
    this.events = events;
    this.current = current;
    this.clock = clock;
  }

  @Override
  public ExecutionView pause(ExecutionId id) {
    return engine.run(
        () -> {
          ExecutionRow row = whole(running(id));
          if (row.status() != ExecutionStatus.PAUSED) {
            tree.lock(row.id());
            tree.running(row.id()).forEach(runtime::suspendProcessInstanceById);
            publish(new ExecutionPaused(current.tenant(), id, row.status(), clock.instant()));
          }
          return view(id);
        });
  }

  @Override
  public ExecutionView resume(ExecutionId id) {
    return engine.run(
        () -> {
          ExecutionRow row = whole(running(id));
          if (row.status() == ExecutionStatus.PAUSED) {
            tree.lock(row.id());
            tree.running(row.id()).forEach(runtime::activateProcessInstanceById);
            pauses.holdAgain(current.tenant());
            publish(
                new ExecutionResumed(
                    current.tenant(), id, rows.get(id.value()).status(), clock.instant()));
          }
          return view(id);
        });
  }

  @Override
  public ExecutionView cancel(ExecutionId id, @Nullable String reason) {
    RefusedInput.checkText("/reason", reason, 1000);
    return engine.run(
        () -> {
          ExecutionRow row = policies.require(Action.CANCEL, whole(rows.get(id.value())));
          if (row.status() == ExecutionStatus.COMPLETED) {
            throw new ExecutionEnded(row.status());
          }
          if (row.status() != ExecutionStatus.CANCELLED) {
            runtime.deleteProcessInstance(row.id(), reason, false, true, false, false);
            publish(new ExecutionCancelled(current.tenant(), id, reason, clock.instant()));
          }
          return view(id);
        });
  }

  @Override
  public ExecutionView move(ExecutionId id, TokenMove move) {
    return engine.run(
        () -> {
          mover.move(running(id), move);
          return view(id);
        });
  }

  @Override
  public RetriedWork retry(ExecutionId id, Duration wait) {
    if (wait.isNegative() || wait.compareTo(LONGEST_WAIT) > 0) {
      throw new InvalidValue("wait", "wait is a duration from PT0S to PT30S.");
    }
    RetriedWork retried = engine.run(() -> retrier.retry(running(id)));
    return outcomes.await(retried, wait);
  }

  @Override
  public Map<String, JsonNode> setVariables(ExecutionId id, Map<String, JsonNode> changed) {
    return engine.run(
        () -> {
          ExecutionRow row = running(id);
          Map<String, @Nullable Object> before = told(row, changed.keySet());
          runtime.setVariables(row.id(), variables.toEngine(changed));
          publish(
              new VariablesChanged(
                  current.tenant(),
                  id,
                  List.copyOf(changed.keySet()),
                  List.of(),
                  before,
                  ToldValues.of(changed),
                  clock.instant()));
          return views.variables(row.id());
        });
  }

  @Override
  public void removeVariable(ExecutionId id, String name) {
    RefusedInput.checkText("/name", name, 255);
    engine.run(
        () -> {
          ExecutionRow row = running(id);
          if (runtime.getVariablesLocal(row.id(), List.of(name)).containsKey(name)) {
            Map<String, @Nullable Object> before = told(row, List.of(name));
            runtime.removeVariable(row.id(), name);
            publish(
                new VariablesChanged(
                    current.tenant(),
                    id,
                    List.of(),
                    List.of(name),
                    before,
                    Map.of(),
                    clock.instant()));
          }
          return row;
        });
  }

  private Map<String, @Nullable Object> told(ExecutionRow row, Collection<String> names) {
    return ToldValues.of(variables.toJson(runtime.getVariablesLocalTyped(row.id(), names, false)));
  }

  private ExecutionRow running(ExecutionId id) {
    ExecutionRow row = policies.require(Action.CHANGE, rows.get(id.value()));
    if (row.hasEnded()) {
      throw new ExecutionEnded(row.status());
    }
    return row;
  }

  private static ExecutionRow whole(ExecutionRow row) {
    if (!row.isRoot()) {
      throw new PartOfExecution(row.rootId());
    }
    return row;
  }

  private ExecutionView view(ExecutionId id) {
    return views.one(rows.get(id.value()));
  }

  private void publish(DomainEvent event) {
    events.publishEvent(event);
  }
}
