package io.flowmaster.executions.web;

import io.flowmaster.executions.NewWorkPause;
import io.flowmaster.executions.WorkPause;
import io.flowmaster.executions.WorkPauses;
import io.flowmaster.platform.Idempotent;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Roles;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Holds work of an activity or a topic back. */
@RestController
@RequestMapping("/executions/pauses")
@Tag(name = "Executions")
@RolesAllowed({Roles.MANAGER, Roles.DEVELOPER, Roles.ADMIN})
class WorkPausesController {
  private final WorkPauses pauses;

  WorkPausesController(WorkPauses pauses) {
    this.pauses = pauses;
  }

  @PostMapping
  @Idempotent
  @Operation(
      summary = "Hold back the work of an activity or a topic",
      description =
          "Its jobs and external tasks, existing and to come, are not handed out until the pause is"
              + " deleted; what a worker has already it may finish. User tasks of the activity stay where"
              + " they are, but an answer is refused with 409 task-paused. Asking for the same again answers the pause that is there.")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<WorkPause> add(@Valid @RequestBody PauseRequest body) {
    WorkPause pause =
        pauses.add(
            new NewWorkPause(body.processKey(), body.activityId(), body.topic(), body.reason()));
    return ResponseEntity.created(URI.create("/executions/pauses/" + pause.id())).body(pause);
  }

  @GetMapping
  @Operation(summary = "List what work is held back, newest first")
  Page<WorkPause> list(PageQuery page) {
    return pauses.list(page);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Let held work go on")
  void remove(@Parameter(description = "The pause") @PathVariable String id) {
    pauses.remove(id);
  }

  @Schema(description = "A topic, of one process or of all, or an activity of a process")
  record PauseRequest(
      @Schema(description = "Of this process, in all its versions", example = "order")
          @Size(min = 1, max = 255)
          @Nullable String processKey,
      @Schema(description = "Jobs and external tasks at this activity", example = "book-shipment")
          @Size(min = 1, max = 255)
          @Nullable String activityId,
      @Schema(description = "External tasks of this topic", example = "carrier")
          @Size(min = 1, max = 255)
          @Nullable String topic,
      @Schema(description = "Shown with the pause", example = "Carrier is down") @Size(max = 1000)
          @Nullable String reason) {}
}
