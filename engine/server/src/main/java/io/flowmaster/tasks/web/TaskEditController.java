package io.flowmaster.tasks.web;

import io.flowmaster.platform.AnyRole;
import io.flowmaster.tasks.TaskEdit;
import io.flowmaster.tasks.TaskId;
import io.flowmaster.tasks.TaskInbox;
import io.flowmaster.tasks.TaskView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a task says of itself. */
@RestController
@RequestMapping("/tasks/{id}")
@AnyRole
@Tag(name = "Human tasks")
class TaskEditController {
  private final TaskInbox inbox;

  TaskEditController(TaskInbox inbox) {
    this.inbox = inbox;
  }

  @PutMapping
  @Operation(
      summary = "Change a task's own members",
      description =
          "Members that are absent or null stay. Due and follow-up dates are cleared at /due and /follow-up.")
  ResponseEntity<TaskView> change(
      @Parameter(description = "The task") @PathVariable TaskId id,
      @Parameter(description = Tagged.IF_MATCH)
          @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch,
      @Valid @RequestBody ChangeTaskRequest body) {
    return Tagged.task(inbox.change(id, body.edit(), ifMatch));
  }

  @PutMapping("/due")
  @Operation(summary = "Set or clear the due date of a task")
  ResponseEntity<TaskView> due(
      @Parameter(description = "The task") @PathVariable TaskId id,
      @Parameter(description = Tagged.IF_MATCH)
          @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch,
      @Valid @RequestBody DueRequest body) {
    Optional<Instant> due = Optional.ofNullable(Words.date("/dueAt", body.dueAt()));
    return Tagged.task(
        inbox.change(id, new TaskEdit(null, null, null, due, null, null, null), ifMatch));
  }

  @PutMapping("/follow-up")
  @Operation(summary = "Set or clear the follow-up date of a task")
  ResponseEntity<TaskView> followUp(
      @Parameter(description = "The task") @PathVariable TaskId id,
      @Parameter(description = Tagged.IF_MATCH)
          @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch,
      @Valid @RequestBody FollowUpRequest body) {
    Optional<Instant> followUp = Optional.ofNullable(Words.date("/followUpAt", body.followUpAt()));
    return Tagged.task(
        inbox.change(id, new TaskEdit(null, null, null, null, followUp, null, null), ifMatch));
  }

  @PutMapping("/priority")
  @Operation(summary = "Set the priority of a task")
  ResponseEntity<TaskView> priority(
      @Parameter(description = "The task") @PathVariable TaskId id,
      @Parameter(description = Tagged.IF_MATCH)
          @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch,
      @Valid @RequestBody PriorityRequest body) {
    return Tagged.task(
        inbox.change(
            id, new TaskEdit(null, null, body.priority(), null, null, null, null), ifMatch));
  }

  record ChangeTaskRequest(
      @Schema(minLength = 1) @Size(min = 1, max = 255) @Nullable String name,
      @Schema(description = "Empty clears it") @Size(max = 4000) @Nullable String description,
      @Min(0) @Max(100) @Nullable Integer priority,
      @Nullable Instant dueAt,
      @Nullable Instant followUpAt,
      @Size(max = 100) @Nullable List<@NotBlank @Size(max = 255) String> candidateGroups,
      @Size(max = 100) @Nullable List<@NotBlank @Size(max = 64) String> candidateUsers) {
    TaskEdit edit() {
      return new TaskEdit(
          name,
          description == null ? null : Optional.of(description).filter(text -> !text.isEmpty()),
          priority,
          dueAt == null ? null : Optional.ofNullable(Words.date("/dueAt", dueAt)),
          followUpAt == null ? null : Optional.ofNullable(Words.date("/followUpAt", followUpAt)),
          candidateGroups,
          candidateUsers);
    }
  }

  record DueRequest(@Schema(description = "null clears it") @Nullable Instant dueAt) {}

  record FollowUpRequest(@Schema(description = "null clears it") @Nullable Instant followUpAt) {}

  record PriorityRequest(@NotNull @Min(0) @Max(100) Integer priority) {}
}
