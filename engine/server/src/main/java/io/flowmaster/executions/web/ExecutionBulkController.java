package io.flowmaster.executions.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.bulk.BulkJob;
import io.flowmaster.engine.VariableCondition;
import io.flowmaster.executions.ExecutionBulk;
import io.flowmaster.executions.ExecutionSearch;
import io.flowmaster.executions.ExecutionStatus;
import io.flowmaster.executions.NewExecutionBulk;
import io.flowmaster.executions.RefusedInput;
import io.flowmaster.platform.Idempotent;
import io.flowmaster.platform.Roles;
import io.flowmaster.processes.ProcessId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Steers many executions at once. */
@RestController
@RequestMapping("/executions/bulk")
@Tag(name = "Executions")
@RolesAllowed({Roles.MANAGER, Roles.DEVELOPER, Roles.ADMIN})
class ExecutionBulkController {
  private final ExecutionBulk bulk;

  ExecutionBulkController(ExecutionBulk bulk) {
    this.bulk = bulk;
  }

  @PostMapping
  @Idempotent
  @Operation(
      summary = "Pause, resume, cancel, retry or message many executions, as a tracked job",
      description =
          "Which executions are meant is settled at once; the answer is the job, whose progress and"
              + " results stand at its Location. Each execution is done by itself, with your rights. A"
              + " retry is done only when the retried work passed.")
  @ResponseStatus(HttpStatus.ACCEPTED)
  ResponseEntity<BulkJob> begin(@Valid @RequestBody BulkRequest body) {
    BulkJob job =
        bulk.begin(
            new NewExecutionBulk(
                body.action(),
                body.ids(),
                body.filter() == null ? null : body.filter().search(),
                body.message(),
                body.variables() == null ? Map.of() : body.variables(),
                body.reason()));
    return ResponseEntity.accepted().location(URI.create("/bulk/" + job.id())).body(job);
  }

  @Schema(description = "Exactly one of ids and filter is given")
  record BulkRequest(
      @Schema(description = "What to do to each", example = "PAUSE") @NotNull
          NewExecutionBulk.Action action,
      @Schema(description = "The executions, one by one") @Size(min = 1, max = 10_000)
          @Nullable List<@NotBlank @Size(max = 64) String> ids,
      @Schema(description = "The executions that match and have not ended") @Valid
          @Nullable Filter filter,
      @Schema(description = "Name of the message, for MESSAGE", example = "payment-received")
          @Size(max = 255)
          @Nullable String message,
      @Schema(description = "Set in each execution that receives the message") @Size(max = 1000)
          @Nullable Map<String, JsonNode> variables,
      @Schema(description = "Shown with the job and in the history", example = "Carrier is down")
          @Size(max = 1000)
          @Nullable String reason) {}

  @Schema(description = "At least one member is given; all must hold")
  record Filter(
      @Schema(description = "Of this process") @Nullable ProcessId processId,
      @Schema(description = "Of the process with this BPMN id", example = "order") @Size(max = 255)
          @Nullable String processKey,
      @Schema(description = "Of this version of the process", example = "3") @Min(1)
          @Nullable Integer version,
      @Schema(description = "Any of them", example = "[\"FAILED\"]")
          @Nullable Set<ExecutionStatus> status,
      @Schema(description = "Exact, or a beginning with * at its end", example = "ORD-*")
          @Size(max = 255)
          @Nullable String businessKey,
      @Schema(description = "name:operator:value", example = "[\"amount:gt:1000\"]") @Size(max = 10)
          @Nullable List<@NotBlank @Size(max = 1000) String> variables,
      @Schema(description = "Started at this instant or later") @Nullable Instant startedAfter,
      @Schema(description = "Started before this instant") @Nullable Instant startedBefore,
      @Schema(description = "A token is there now", example = "book-shipment") @Size(max = 255)
          @Nullable String activityId,
      @Schema(description = "true: with open incidents; false: without")
          @Nullable Boolean hasIncident,
      @Schema(description = "Part of the business key or process key, or the id") @Size(max = 255)
          @Nullable String q) {

    ExecutionSearch search() {
      if (equals(new Filter(null, null, null, null, null, null, null, null, null, null, null))) {
        throw new RefusedInput("/filter", "Name at least one thing to filter by.");
      }
      return new ExecutionSearch(
          processId,
          processKey,
          version,
          status == null ? Set.of() : status,
          businessKey,
          variables == null ? List.of() : variables.stream().map(VariableCondition::parse).toList(),
          startedAfter,
          startedBefore,
          activityId,
          hasIncident,
          q,
          null,
          true,
          List.of());
    }
  }
}
