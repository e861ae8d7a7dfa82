package io.flowmaster.executions.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.flowmaster.bulk.BulkJob;
import io.flowmaster.bulk.BulkJobs;
import io.flowmaster.bulk.BulkSelection;
import io.flowmaster.bulk.NewBulkJob;
import io.flowmaster.engine.EngineVariables;
import io.flowmaster.executions.ExecutionBulk;
import io.flowmaster.executions.ExecutionSearch;
import io.flowmaster.executions.NewExecutionBulk;
import io.flowmaster.executions.NewExecutionBulk.Action;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Turns a filter over executions into the items of a bulk job. */
@Service
class BulkOfExecutions implements ExecutionBulk {
  private final BulkJobs jobs;
  private final ExecutionFilter filter;
  private final EngineVariables variables;
  private final ObjectMapper json;

  BulkOfExecutions(
      BulkJobs jobs, ExecutionFilter filter, EngineVariables variables, ObjectMapper json) {
    this.jobs = jobs;
    this.filter = filter;
    this.variables = variables;
    this.json = json;
  }

  @Override
  public BulkJob begin(NewExecutionBulk bulk) {
    Map<String, JsonNode> parameters = new LinkedHashMap<>();
    if (bulk.action() == Action.MESSAGE) {
      variables.toEngine(bulk.variables());
      parameters.put("message", TextNode.valueOf(bulk.message()));
      parameters.put("variables", json.valueToTree(bulk.variables()));
    }
    BulkSelection items =
        bulk.filter() == null ? BulkSelection.of(bulk.ids()) : select(bulk.filter());
    return jobs.create(
        new NewBulkJob(ExecutionActions.name(bulk.action()), parameters, items, bulk.reason()));
  }

  @Override
  public BulkSelection select(ExecutionSearch search) {
    return filter
        .of(search)
        .map(condition -> condition.and("p.END_TIME_ is null"))
        .map(
            condition ->
                BulkSelection.query(
                    "select p.ID_ as item from ACT_HI_PROCINST p where " + condition.sql(),
                    condition.parameters()))
        .orElseGet(() -> BulkSelection.of(List.of()));
  }
}
