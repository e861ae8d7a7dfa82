package io.flowmaster.tasks.web;

import io.flowmaster.calendars.BusinessDuration;
import io.flowmaster.platform.Roles;
import io.flowmaster.processes.EscalationStep;
import io.flowmaster.processes.EscalationStep.Base;
import io.flowmaster.tasks.EscalationDefaults;
import io.flowmaster.tasks.EscalationDefaults.Current;
import io.flowmaster.tasks.EscalationDefaults.Plan;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/tasks/escalation-defaults")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Human tasks")
class EscalationDefaultsController {
  private final EscalationDefaults defaults;

  EscalationDefaultsController(EscalationDefaults defaults) {
    this.defaults = defaults;
  }

  @GetMapping
  @RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.DESIGNER})
  @Operation(summary = "Read what is escalated where a model declares nothing")
  ResponseEntity<Current> get() {
    return tagged(defaults.get());
  }

  @PutMapping
  @Operation(
      summary = "Set what is escalated where a model declares nothing",
      description = "Holds for tasks that are made from now on.")
  ResponseEntity<Current> put(
      @Parameter(description = "the ETag of the read", example = "\"0\"")
          @RequestHeader(value = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch,
      @Valid @RequestBody EscalationPlanRequest body) {
    return tagged(defaults.put(body.plan(), ifMatch));
  }

  private static ResponseEntity<Current> tagged(Current current) {
    return ResponseEntity.ok().eTag(current.revision().etag()).body(current);
  }

  record EscalationPlanRequest(
      @Schema(
              description = "in whose working time durations are counted; the default when absent",
              example = "berlin")
          @Size(min = 1, max = 64)
          @Nullable String calendar,
      @Schema(description = "steps while nobody has claimed the task; none when absent")
          @Size(max = EscalationStep.MOST)
          @Nullable List<@Valid @NotNull StepRequest> notStarted,
      @Schema(description = "steps while the task is open; none when absent")
          @Size(max = EscalationStep.MOST)
          @Nullable List<@Valid @NotNull StepRequest> notFinished) {
    Plan plan() {
      return new Plan(calendar, steps(notStarted, Base.CREATION), steps(notFinished, Base.DUE));
    }

    private static List<EscalationStep> steps(@Nullable List<StepRequest> steps, Base usual) {
      return steps == null
          ? List.of()
          : steps.stream()
              .map(
                  step ->
                      new EscalationStep(
                          BusinessDuration.parse(step.after()),
                          step.from() == null ? usual : step.from(),
                          step.to()))
              .toList();
    }
  }

  @Schema(name = "EscalationStepRequest")
  record StepRequest(
      @Schema(description = "working time", example = "PT4H") @NotNull @Size(max = 40) String after,
      @Schema(
              description =
                  "what it is counted from; when absent, the making of a task that is not started and the due date of one that is not finished")
          @Nullable Base from,
      @Schema(
              description = "a group or a user; the platform's escalation group when absent",
              example = "managers")
          @Size(min = 1, max = 255)
          @Nullable String to) {}
}
