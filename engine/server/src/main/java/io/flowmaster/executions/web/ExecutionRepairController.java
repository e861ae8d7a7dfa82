package io.flowmaster.executions.web;

import io.flowmaster.executions.ExecutionId;
import io.flowmaster.executions.ExecutionRepair;
import io.flowmaster.executions.ExecutionView;
import io.flowmaster.executions.NewStepBack;
import io.flowmaster.executions.Restart;
import io.flowmaster.executions.StepBack;
import io.flowmaster.platform.Idempotent;
import io.flowmaster.platform.Roles;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Puts executions right that went wrong. */
@RestController
@RequestMapping("/executions/{id}")
@Tag(name = "Executions")
@RolesAllowed({Roles.MANAGER, Roles.DEVELOPER, Roles.ADMIN})
class ExecutionRepairController {
  private final ExecutionRepair repair;

  ExecutionRepairController(ExecutionRepair repair) {
    this.repair = repair;
  }

  @PostMapping("/step-back")
  @Operation(
      summary = "Go back to an earlier activity, with the variables of that time",
      description =
          "The variables of the whole process get the values that they had when the activity was last"
              + " entered; those made since are removed. A dry run says what would change and changes"
              + " nothing. What was done outside the process is not undone.")
  StepBack stepBack(
      @Parameter(description = "The execution") @PathVariable ExecutionId id,
      @Valid @RequestBody StepBackRequest body) {
    return repair.stepBack(
        id,
        new NewStepBack(
            body.activityId(),
            body.from() == null ? List.of() : body.from(),
            Boolean.TRUE.equals(body.dryRun()),
            body.reason()));
  }

  @PostMapping("/restart")
  @Idempotent
  @Operation(
      summary = "Run an ended execution again",
      description =
          "A new execution with the same business key, on the same version unless another is given, from"
              + " the start unless activities are given. The history of each names the other.")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<ExecutionView> restart(
      @Parameter(description = "The ended execution") @PathVariable ExecutionId id,
      @Valid @RequestBody(required = false) @Nullable RestartRequest body) {
    RestartRequest asked = body == null ? new RestartRequest(null, null, null, null) : body;
    ExecutionView started =
        repair.restart(
            id,
            new Restart(
                asked.version(),
                asked.activities() == null ? List.of() : asked.activities(),
                asked.variables() == null ? Restart.Variables.INITIAL : asked.variables(),
                asked.reason()));
    return ResponseEntity.created(URI.create("/executions/" + started.id())).body(started);
  }

  record StepBackRequest(
      @Schema(description = "Where to go back to", example = "check-order")
          @NotBlank
          @Size(max = 255)
          String activityId,
      @Schema(
              description =
                  "Activities to take all tokens from; needed when there are several tokens",
              example = "[\"approve-order\"]")
          @Size(max = 100)
          @Nullable List<@NotBlank @Size(max = 255) String> from,
      @Schema(description = "Only say what would change", example = "true")
          @Nullable Boolean dryRun,
      @Schema(description = "Shown in the history", example = "Wrong address") @Size(max = 1000)
          @Nullable String reason) {}

  record RestartRequest(
      @Schema(description = "The version it ran on when absent", example = "4") @Min(1)
          @Nullable Integer version,
      @Schema(description = "Where to begin; at the start when absent", example = "[\"ship\"]")
          @Size(max = 100)
          @Nullable List<@NotBlank @Size(max = 255) String> activities,
      @Schema(description = "INITIAL when absent", example = "LAST")
          Restart.@Nullable Variables variables,
      @Schema(description = "Shown in the history of both", example = "Carrier is back")
          @Size(max = 1000)
          @Nullable String reason) {}
}
