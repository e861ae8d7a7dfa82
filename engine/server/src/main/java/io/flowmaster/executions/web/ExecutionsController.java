package io.flowmaster.executions.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.engine.VariableCondition;
import io.flowmaster.executions.ExecutionHistory;
import io.flowmaster.executions.ExecutionId;
import io.flowmaster.executions.ExecutionSearch;
import io.flowmaster.executions.ExecutionStatus;
import io.flowmaster.executions.ExecutionView;
import io.flowmaster.executions.Executions;
import io.flowmaster.executions.HistoryEvent;
import io.flowmaster.executions.IncidentTrace;
import io.flowmaster.platform.AnyRole;
import io.flowmaster.platform.InvalidValue;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Roles;
import io.flowmaster.processes.ProcessId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** Look at executions. */
@RestController
@RequestMapping("/executions")
@Tag(name = "Executions", description = "Running processes: start, watch, steer and repair them")
class ExecutionsController {
  private final Executions executions;
  private final ExecutionHistory history;

  ExecutionsController(Executions executions, ExecutionHistory history) {
    this.executions = executions;
    this.history = history;
  }

  @GetMapping
  @Operation(
      summary = "Search executions, newest first",
      parameters = {
        @Parameter(
            name = "status",
            in = ParameterIn.QUERY,
            description = "Any of the given",
            array = @ArraySchema(schema = @Schema(implementation = ExecutionStatus.class))),
        @Parameter(
            name = "variable",
            in = ParameterIn.QUERY,
            description =
                "name:operator:value; operators eq, ne, gt, ge, lt, le, like (text, * for anything);"
                    + " repeat it for more conditions, all must hold. A number, true, false or null is"
                    + " compared as such; put text that looks like one in double quotes.",
            example = "amount:gt:1000",
            array = @ArraySchema(schema = @Schema(type = "string")))
      })
  @AnyRole
  Page<ExecutionView> search(
      @Parameter(description = "Of this process") @RequestParam(required = false)
          @Nullable ProcessId processId,
      @Parameter(description = "Of the process with this BPMN id") @RequestParam(required = false)
          @Nullable String processKey,
      @Parameter(description = "Of this version of the process") @RequestParam(required = false)
          @Nullable Integer version,
      @Parameter(description = "Exact, or a beginning with * at its end", example = "ORD-*")
          @RequestParam(required = false)
          @Nullable String businessKey,
      @Parameter(description = "Started at this instant or later") @RequestParam(required = false)
          @Nullable Instant startedAfter,
      @Parameter(description = "Started before this instant") @RequestParam(required = false)
          @Nullable Instant startedBefore,
      @Parameter(description = "A token is there now") @RequestParam(required = false)
          @Nullable String activityId,
      @Parameter(description = "true: with open incidents; false: without")
          @RequestParam(required = false)
          @Nullable Boolean hasIncident,
      @Parameter(description = "Part of the business key or process key, or the id")
          @RequestParam(required = false)
          @Nullable String q,
      @Parameter(description = "Those that this execution called") @RequestParam(required = false)
          @Nullable String parentId,
      @Parameter(
              description = "By start time",
              schema = @Schema(allowableValues = {"startedAt:desc", "startedAt:asc"}))
          @RequestParam(required = false)
          @Nullable String sort,
      @Parameter(
              description = "Names of variables to show, with commas",
              example = "amount,customer")
          @RequestParam(required = false)
          @Nullable Set<String> variables,
      @Parameter(hidden = true) WebRequest request,
      PageQuery page) {
    return executions.search(
        new ExecutionSearch(
            processId,
            processKey,
            version,
            Set.copyOf(values(request, "status").map(ExecutionsController::status).toList()),
            businessKey,
            values(request, "variable").map(VariableCondition::parse).toList(),
            startedAfter,
            startedBefore,
            activityId,
            hasIncident,
            q,
            parentId,
            ascending(sort),
            variables == null ? List.of() : List.copyOf(variables)),
        page);
  }

  @GetMapping("/{id}")
  @Operation(summary = "Read an execution, also after its end")
  @AnyRole
  ExecutionView get(@Parameter(description = "The execution") @PathVariable ExecutionId id) {
    return executions.get(id);
  }

  @GetMapping("/{id}/variables")
  @Operation(summary = "Read the variables of the whole process, as one JSON object")
  @AnyRole
  Map<String, JsonNode> variables(
      @Parameter(description = "The execution") @PathVariable ExecutionId id) {
    return executions.variables(id);
  }

  @GetMapping("/{id}/history")
  @Operation(summary = "Read what happened and who did it, oldest first")
  @AnyRole
  Page<HistoryEvent> history(
      @Parameter(description = "The execution") @PathVariable ExecutionId id, PageQuery page) {
    return history.of(id, page);
  }

  @GetMapping("/{id}/incidents/{incidentId}/trace")
  @Operation(summary = "Read the stack trace behind an open incident")
  @RolesAllowed({Roles.DEVELOPER, Roles.ADMIN})
  IncidentTrace trace(
      @Parameter(description = "The execution") @PathVariable ExecutionId id,
      @Parameter(description = "The incident") @PathVariable String incidentId) {
    return executions.trace(id, incidentId);
  }

  private static Stream<String> values(WebRequest request, String name) {
    String[] values = request.getParameterValues(name);
    return values == null ? Stream.empty() : Arrays.stream(values);
  }

  private static ExecutionStatus status(String text) {
    return Arrays.stream(ExecutionStatus.values())
        .filter(status -> status.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidValue(
                    "status", "status is one of " + List.of(ExecutionStatus.values()) + "."));
  }

  private static boolean ascending(@Nullable String sort) {
    if (sort == null || sort.equals("startedAt:desc")) {
      return false;
    }
    if (sort.equals("startedAt:asc")) {
      return true;
    }
    throw new InvalidValue("sort", "sort is startedAt:desc or startedAt:asc.");
  }
}
