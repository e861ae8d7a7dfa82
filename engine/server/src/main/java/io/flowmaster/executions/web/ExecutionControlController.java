package io.flowmaster.executions.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.executions.ExecutionControl;
import io.flowmaster.executions.ExecutionId;
import io.flowmaster.executions.ExecutionView;
import io.flowmaster.executions.RetriedWork;
import io.flowmaster.executions.TokenMove;
import io.flowmaster.platform.Roles;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Steer and repair running executions. */
@RestController
@RequestMapping("/executions/{id}")
@Tag(name = "Executions")
@RolesAllowed({Roles.MANAGER, Roles.DEVELOPER, Roles.ADMIN})
class ExecutionControlController {
  private final ExecutionControl control;

  ExecutionControlController(ExecutionControl control) {
    this.control = control;
  }

  @PutMapping("/pause")
  @Operation(
      summary = "Pause an execution with all it called",
      description = "Pausing a paused execution changes nothing; an ended one answers 409.")
  ExecutionView pause(@Parameter(description = "The execution") @PathVariable ExecutionId id) {
    return control.pause(id);
  }

  @PutMapping("/resume")
  @Operation(
      summary = "Resume a paused execution",
      description = "Resuming one that is not paused changes nothing; an ended one answers 409.")
  ExecutionView resume(@Parameter(description = "The execution") @PathVariable ExecutionId id) {
    return control.resume(id);
  }

  @DeleteMapping
  @Operation(
      summary = "Cancel an execution with all it called",
      description =
          "It stays readable as CANCELLED. Cancelling again changes nothing; a completed one answers"
              + " 409.")
  ExecutionView cancel(
      @Parameter(description = "The execution") @PathVariable ExecutionId id,
      @Valid @RequestBody(required = false) @Nullable CancelRequest body) {
    return control.cancel(id, body == null ? null : body.reason());
  }

  @PostMapping("/move")
  @Operation(
      summary = "Move tokens",
      description =
          "Takes all tokens from the activities in from and puts one before each activity in to, in one"
              + " step. Leave one of them empty to only add or only take away a token.")
  ExecutionView move(
      @Parameter(description = "The execution") @PathVariable ExecutionId id,
      @Valid @RequestBody MoveRequest body) {
    return control.move(
        id,
        new TokenMove(
            body.from() == null ? List.of() : body.from(),
            body.to() == null ? List.of() : body.to(),
            body.variables() == null ? Map.of() : body.variables(),
            body.reason()));
  }

  @PostMapping("/retry")
  @Operation(
      summary = "Retry failed work of an execution and of all it called",
      description =
          "Each failed job and external task gets one more try, at once. With wait the answer says what"
              + " came of each; without it, or when the time is up, the outcome is RUNNING. When nothing"
              + " has failed, the answer is an empty list.")
  RetriedWork retry(
      @Parameter(description = "The execution") @PathVariable ExecutionId id,
      @Parameter(
              description = "How long to wait for the outcome, at most PT30S",
              example = "PT5S",
              schema = @Schema(type = "string", format = "duration"))
          @RequestParam(defaultValue = "PT0S")
          Duration wait) {
    return control.retry(id, wait);
  }

  @PutMapping("/variables")
  @Operation(
      summary = "Set variables of the whole process",
      description =
          "The body is one JSON object. Variables that it does not name stay as they are; null is a value"
              + " (to remove a variable, DELETE it). Answers all variables. Also while paused.")
  Map<String, JsonNode> setVariables(
      @Parameter(description = "The execution") @PathVariable ExecutionId id,
      @Size(max = 1000) @Schema(example = "{\"amount\": 900, \"approved\": null}") @RequestBody
          Map<String, JsonNode> body) {
    return control.setVariables(id, body);
  }

  @DeleteMapping("/variables/{name}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Remove a variable of the whole process; one that is not there is fine")
  void removeVariable(
      @Parameter(description = "The execution") @PathVariable ExecutionId id,
      @Parameter(description = "The variable's name") @PathVariable String name) {
    control.removeVariable(id, name);
  }

  record CancelRequest(
      @Schema(description = "Shown in the history", example = "Customer withdrew the order")
          @Size(max = 1000)
          @Nullable String reason) {}

  record MoveRequest(
      @Schema(description = "Activities to take all tokens from", example = "[\"check-order\"]")
          @Size(max = 100)
          @Nullable List<@NotBlank @Size(max = 255) String> from,
      @Schema(description = "Activities to put a token before", example = "[\"approve-order\"]")
          @Size(max = 100)
          @Nullable List<@NotBlank @Size(max = 255) String> to,
      @Schema(description = "Set before the tokens go on", example = "{\"checked\": true}")
          @Size(max = 1000)
          @Nullable Map<String, JsonNode> variables,
      @Schema(description = "Shown in the history", example = "Checked by phone") @Size(max = 1000)
          @Nullable String reason) {}
}
