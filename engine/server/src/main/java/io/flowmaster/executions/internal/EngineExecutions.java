package io.flowmaster.executions.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.engine.EngineVariables;
import io.flowmaster.executions.ExecutionId;
import io.flowmaster.executions.ExecutionSearch;
import io.flowmaster.executions.ExecutionStarted;
import io.flowmaster.executions.ExecutionView;
import io.flowmaster.executions.Executions;
import io.flowmaster.executions.IncidentTrace;
import io.flowmaster.executions.RefusedInput;
import io.flowmaster.executions.StartExecution;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.processes.PublishedProcess;
import io.flowmaster.processes.PublishedProcesses;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Executions are the engine's process instances; they are found in its history. */
@Service
class EngineExecutions implements Executions {
  private final PublishedProcesses processes;
  private final RuntimeService runtime;
  private final EngineVariables variables;
  private final EngineCalls engine;
  private final ExecutionRows rows;
  private final ExecutionViews views;
  private final ExecutionFilter filter;
  private final JdbcIncidents incidents;
  private final ApplicationEventPublisher events;
  private final CurrentActor current;
  private final Clock clock;

  EngineExecutions(
      PublishedProcesses processes,
      RuntimeService runtime,
      EngineVariables variables,
      EngineCalls engine,
      ExecutionRows rows,
      ExecutionViews views,
      ExecutionFilter filter,
      JdbcIncidents incidents,
      ApplicationEventPublisher events,
      CurrentActor current,
      Clock clock) {
    this.processes = processes;
    this.runtime = runtime;
    this.variables = variables;
    this.engine = engine;
    this.rows = rows;
    this.views = views;
    this.filter = filter;
    this.incidents = incidents;
    this.events = events;
    this.current = current;
    this.clock = clock;
  }

  @Override
  public ExecutionView start(StartExecution start) {
    return engine.run(
        () -> {
          PublishedProcess process = find(start);
          String id =
              runtime
                  .createProcessInstanceById(process.processDefinitionId())
                  .businessKey(start.businessKey())
                  .setVariables(variables.toEngine(start.variables()))
                  .execute()
                  .getId();
          events.publishEvent(
              new ExecutionStarted(
                  current.tenant(),
                  new ExecutionId(id),
                  process.key(),
                  process.version(),
                  start.businessKey(),
                  null,
                  clock.instant()));
          return views.one(rows.get(id));
        });
  }

  private PublishedProcess find(StartExecution start) {
    return start.processId() != null
        ? processes.byId(start.processId(), start.version())
        : processes.byKey(String.valueOf(start.processKey()), start.version());
  }

  @Override
  public ExecutionView get(ExecutionId id) {
    return views.one(rows.get(id.value()));
  }

  @Override
  public Page<ExecutionView> search(ExecutionSearch search, PageQuery page) {
    Optional<Condition> condition = filter.of(search);
    if (condition.isEmpty()) {
      return new Page<>(List.of(), null, page.count() ? 0L : null);
    }
    Long total = page.count() ? rows.count(condition.get()) : null;
    Page<ExecutionRow> found =
        Page.of(
            rows.page(condition.get(), search.ascending(), page),
            page,
            row -> List.of(row.startedAt(), row.id()),
            total);
    return new Page<>(views.page(found.items(), search.shown()), found.nextCursor(), total);
  }

  @Override
  public Map<String, JsonNode> variables(ExecutionId id) {
    return views.variables(rows.get(id.value()).id());
  }

  @Override
  public IncidentTrace trace(ExecutionId id, String incidentId) {
    RefusedInput.checkText("/incidentId", incidentId, 64);
    return incidents.trace(rows.get(id.value()).id(), incidentId);
  }
}
