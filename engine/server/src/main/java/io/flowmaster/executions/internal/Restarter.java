package io.flowmaster.executions.internal;

import io.flowmaster.executions.ExecutionId;
import io.flowmaster.executions.ExecutionNotEnded;
import io.flowmaster.executions.ExecutionRestarted;
import io.flowmaster.executions.ExecutionStarted;
import io.flowmaster.executions.ExecutionView;
import io.flowmaster.executions.HistoryEventType;
import io.flowmaster.executions.PartOfExecution;
import io.flowmaster.executions.Restart;
import io.flowmaster.executions.UnknownActivity;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.processes.PublishedProcesses;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Starts what has ended once more, with values it had. */
@Component
class Restarter {
  private final RuntimeService runtime;
  private final PublishedProcesses processes;
  private final ModelElements models;
  private final FormerVariables former;
  private final ExecutionRows rows;
  private final ExecutionViews views;
  private final ChangeLog changes;
  private final ApplicationEventPublisher events;
  private final CurrentActor current;
  private final Clock clock;

  Restarter(
      RuntimeService runtime,
      PublishedProcesses processes,
      ModelElements models,
      FormerVariables former,
      ExecutionRows rows,
      ExecutionViews views,
      ChangeLog changes,
      ApplicationEventPublisher events,
      CurrentActor current,
      Clock clock) {
    this.runtime = runtime;
    this.processes = processes;
    this.models = models;
    this.former = former;
    this.rows = rows;
    this.views = views;
    this.changes = changes;
    this.events = events;
    this.current = current;
    this.clock = clock;
  }

  ExecutionView restart(ExecutionRow ended, Restart restart) {
    if (!ended.isRoot()) {
      throw new PartOfExecution(ended.rootId());
    }
    if (!ended.hasEnded()) {
      throw new ExecutionNotEnded();
    }
    Instant begun = clock.instant();
    String id = start(ended, restart, definition(ended, restart.version()));
    ExecutionView started = views.one(rows.get(id));
    events.publishEvent(
        new ExecutionStarted(
            current.tenant(),
            new ExecutionId(id),
            started.processKey(),
            started.version(),
            started.businessKey(),
            null,
            clock.instant()));
    events.publishEvent(
        new ExecutionRestarted(
            current.tenant(),
            new ExecutionId(id),
            new ExecutionId(ended.id()),
            restart.reason(),
            clock.instant()));
    note(ended.id(), begun, "newExecutionId", id, restart.reason());
    note(id, begun, "formerExecutionId", ended.id(), restart.reason());
    return started;
  }

  private String definition(ExecutionRow ended, @Nullable Integer version) {
    return version == null
        ? ended.definitionId()
        : processes.byKey(ended.processKey(), version).processDefinitionId();
  }

  private String start(ExecutionRow ended, Restart restart, String definition) {
    ProcessInstantiationBuilder builder =
        runtime
            .createProcessInstanceById(definition)
            .businessKey(ended.businessKey())
            .setVariables(variables(ended, restart.variables()));
    for (int i = 0; i < restart.activities().size(); i++) {
      String activity = restart.activities().get(i);
      if (models.find(definition, activity).isEmpty()) {
        throw new UnknownActivity("/activities/" + i, activity);
      }
      builder.startBeforeActivity(activity);
    }
    return builder.execute().getId();
  }

  private VariableMap variables(ExecutionRow ended, Restart.Variables which) {
    return switch (which) {
      case INITIAL -> former.initial(ended.id());
      case LAST -> former.last(ended.id());
      case NONE -> Variables.createVariables();
    };
  }

  private void note(
      String execution, Instant begun, String member, String other, @Nullable String reason) {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put(member, other);
    if (reason != null) {
      detail.put("reason", reason);
    }
    changes.append(execution, HistoryEventType.EXECUTION_RESTARTED, begun, detail);
  }
}
