package io.flowmaster.executions.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.executions.BatchRefused;
import io.flowmaster.executions.ExecutionView;
import io.flowmaster.executions.Executions;
import io.flowmaster.executions.StartExecution;
import io.flowmaster.executions.StartedExecution;
import io.flowmaster.platform.Idempotent;
import io.flowmaster.platform.Problem;
import io.flowmaster.platform.Roles;
import io.flowmaster.processes.ProcessId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Start executions. */
@RestController
@RequestMapping("/executions")
@RolesAllowed({
  Roles.EMPLOYEE,
  Roles.MANAGER,
  Roles.DESIGNER,
  Roles.DEVELOPER,
  Roles.ADMIN,
  Roles.WORKER,
  Roles.AGENT
})
@Tag(name = "Executions")
class ExecutionStartController {
  private final Executions executions;

  ExecutionStartController(Executions executions) {
    this.executions = executions;
  }

  @PostMapping
  @Idempotent
  @Operation(summary = "Start a published process")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<ExecutionView> start(@Valid @RequestBody StartRequest body) {
    ExecutionView started = executions.start(body.toStart());
    return ResponseEntity.created(URI.create("/executions/" + started.id())).body(started);
  }

  @PostMapping("/batch")
  @Idempotent
  @Operation(
      summary = "Start many as one",
      description =
          "All are started or none: the first that cannot be is named by its place, as in"
              + " /items/3/processKey. Several times faster than one by one.")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<Started> startAll(@Valid @RequestBody BatchRequest body) {
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(new Started(executions.startAll(body.toStarts())));
  }

  @Schema(description = "Exactly one of processId and processKey is given")
  record StartRequest(
      @Schema(description = "The process in the catalogue") @Nullable ProcessId processId,
      @Schema(description = "Its BPMN process id", example = "order") @Size(min = 1, max = 255)
          @Nullable String processKey,
      @Schema(description = "The latest published one when absent", example = "3") @Min(1)
          @Nullable Integer version,
      @Schema(description = "What the outside world calls this case", example = "ORD-2041")
          @Size(max = 255)
          @Nullable String businessKey,
      @Schema(example = "{\"amount\": 1200.5, \"customer\": {\"name\": \"Ana\"}}") @Size(max = 1000)
          @Nullable Map<String, JsonNode> variables) {

    StartExecution toStart() {
      return new StartExecution(
          processId, processKey, version, businessKey, variables == null ? Map.of() : variables);
    }
  }

  @Schema(name = "StartBatch", description = "Executions to start together")
  record BatchRequest(
      @Schema(description = "At most 200") @NotEmpty @Size(max = 200)
          List<@Valid @NotNull StartRequest> items) {

    List<StartExecution> toStarts() {
      List<StartExecution> starts = new ArrayList<>(items.size());
      for (StartRequest item : items) {
        try {
          starts.add(item.toStart());
        } catch (Problem refused) {
          throw new BatchRefused(starts.size(), refused);
        }
      }
      return starts;
    }
  }

  @Schema(name = "StartedBatch")
  record Started(
      @Schema(description = "What was started, in the order of the request")
          List<StartedExecution> items) {}
}
