package io.flowmaster.executions.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.executions.ExecutionId;
import io.flowmaster.executions.ExecutionSearch;
import io.flowmaster.executions.ExecutionView;
import io.flowmaster.executions.Executions;
import io.flowmaster.executions.IncidentTrace;
import io.flowmaster.executions.RefusedInput;
import io.flowmaster.executions.StartExecution;
import io.flowmaster.executions.StartedExecution;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Executions are the engine's process instances; they are found in its history. */
@Service
class EngineExecutions implements Executions {
  private final EngineStarter starter;
  private final StartedViews startedViews;
  private final EngineCalls engine;
  private final ExecutionRows rows;
  private final ExecutionViews views;
  private final ExecutionFilter filter;
  private final ExecutionPolicies policies;
  private final JdbcIncidents incidents;

  EngineExecutions(
      EngineStarter starter,
      StartedViews startedViews,
      EngineCalls engine,
      ExecutionRows rows,
      ExecutionViews views,
      ExecutionFilter filter,
      ExecutionPolicies policies,
      JdbcIncidents incidents) {
    this.starter = starter;
    this.startedViews = startedViews;
    this.engine = engine;
    this.rows = rows;
    this.views = views;
    this.filter = filter;
    this.policies = policies;
    this.incidents = incidents;
  }

  @Override
  public ExecutionView start(StartExecution start) {
    return engine.run(() -> startedViews.of(starter.start(start)));
  }

  @Override
  public List<StartedExecution> startAll(List<StartExecution> starts) {
    return engine.run(() -> starter.startAll(starts));
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
        policies.readable(
            Page.of(
                rows.page(condition.get(), search.ascending(), page),
                page,
                row -> List.of(row.startedAt(), row.id()),
                total));
    return new Page<>(views.page(found.items(), search.shown()), found.nextCursor(), found.total());
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
