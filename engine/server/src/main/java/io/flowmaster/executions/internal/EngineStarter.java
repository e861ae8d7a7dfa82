package io.flowmaster.executions.internal;

import io.flowmaster.engine.EngineBatch;
import io.flowmaster.engine.EngineVariables;
import io.flowmaster.executions.BatchRefused;
import io.flowmaster.executions.ExecutionId;
import io.flowmaster.executions.ExecutionStarted;
import io.flowmaster.executions.StartExecution;
import io.flowmaster.executions.StartedExecution;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Problem;
import io.flowmaster.processes.ProcessId;
import io.flowmaster.processes.PublishedProcess;
import io.flowmaster.processes.PublishedProcesses;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstanceWithVariables;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Starts processes, one or many, in the caller's transaction. */
@Component
class EngineStarter {
  private static final int NONE = -1;
  private final PublishedProcesses processes;
  private final RuntimeService runtime;
  private final EngineVariables variables;
  private final EngineBatch batch;
  private final ExecutionPolicies policies;
  private final ApplicationEventPublisher events;
  private final CurrentActor current;
  private final Clock clock;

  EngineStarter(
      PublishedProcesses processes,
      RuntimeService runtime,
      EngineVariables variables,
      EngineBatch batch,
      ExecutionPolicies policies,
      ApplicationEventPublisher events,
      CurrentActor current,
      Clock clock) {
    this.processes = processes;
    this.runtime = runtime;
    this.variables = variables;
    this.batch = batch;
    this.policies = policies;
    this.events = events;
    this.current = current;
    this.clock = clock;
  }

  /** A process as a caller names it. */
  private record Named(
      @Nullable ProcessId processId, @Nullable String processKey, @Nullable Integer version) {
    static Named in(StartExecution start) {
      return new Named(start.processId(), start.processKey(), start.version());
    }
  }

  Started start(StartExecution start) {
    return start(start, find(Named.in(start)));
  }

  /**
   * All or none: the engine writes them in one go, each named process is looked up once.
   *
   * @throws BatchRefused naming the first that cannot be started
   */
  List<StartedExecution> startAll(List<StartExecution> starts) {
    Map<Named, PublishedProcess> found = new HashMap<>();
    int[] at = {NONE};
    try {
      return batch.together(
          () -> {
            List<StartedExecution> started = new ArrayList<>(starts.size());
            for (StartExecution start : starts) {
              at[0]++;
              started.add(
                  start(start, found.computeIfAbsent(Named.in(start), this::find)).summary());
            }
            at[0] = NONE;
            return started;
          });
    } catch (RuntimeException e) {
      RuntimeException meaning = EngineCalls.meaning(e);
      throw at[0] != NONE && meaning instanceof Problem reason
          ? new BatchRefused(at[0], reason)
          : e;
    }
  }

  private Started start(StartExecution start, PublishedProcess process) {
    policies.requireStart(process.key(), start.businessKey());
    ProcessInstanceWithVariables instance =
        runtime
            .createProcessInstanceById(process.processDefinitionId())
            .businessKey(start.businessKey())
            .setVariables(variables.toEngine(start.variables()))
            .executeWithVariablesInReturn();
    events.publishEvent(
        new ExecutionStarted(
            current.tenant(),
            new ExecutionId(instance.getId()),
            process.key(),
            process.version(),
            start.businessKey(),
            null,
            clock.instant()));
    return new Started(instance, process);
  }

  private PublishedProcess find(Named named) {
    return named.processId() != null
        ? processes.byId(named.processId(), named.version())
        : processes.byKey(String.valueOf(named.processKey()), named.version());
  }
}
