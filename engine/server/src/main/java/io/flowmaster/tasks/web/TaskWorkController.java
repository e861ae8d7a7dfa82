package io.flowmaster.tasks.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.AnyRole;
import io.flowmaster.platform.Idempotent;
import io.flowmaster.tasks.TaskDetails;
import io.flowmaster.tasks.TaskId;
import io.flowmaster.tasks.TaskInbox;
import io.flowmaster.tasks.TaskResponse;
import io.flowmaster.tasks.TaskView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is done with a task: take it, hand it on, answer it. */
@RestController
@RequestMapping("/tasks/{id}")
@AnyRole
@Tag(name = "Human tasks")
class TaskWorkController {
  private final TaskInbox inbox;

  TaskWorkController(TaskInbox inbox) {
    this.inbox = inbox;
  }

  @PutMapping("/assign")
  @Operation(
      summary = "Claim, assign or release a task",
      description =
          "One's own id claims; null releases; another id assigns, for managers. A claimed task is a 409 whose member assignee says who has it; a manager takes it over with If-Match.")
  ResponseEntity<TaskView> assign(
      @Parameter(description = "The task") @PathVariable TaskId id,
      @Parameter(description = Tagged.IF_MATCH)
          @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch,
      @Valid @RequestBody AssignRequest body) {
    return Tagged.task(inbox.assign(id, body.assignee(), ifMatch));
  }

  @PutMapping("/respond")
  @Idempotent
  @Operation(
      summary = "Answer and complete a task",
      description =
          "The form checks the answer. The outcome becomes the variable outcome. An unassigned task that is offered to you is claimed by answering it.")
  ResponseEntity<TaskView> respond(
      @Parameter(description = "The task") @PathVariable TaskId id,
      @Parameter(description = Tagged.IF_MATCH)
          @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch,
      @Valid @RequestBody(required = false) @Nullable AnswerRequest body) {
    return Tagged.task(inbox.respond(id, AnswerRequest.response(body), ifMatch));
  }

  @PutMapping("/draft")
  @Operation(summary = "Save an unfinished answer, unchecked")
  TaskDetails.Draft draft(
      @Parameter(description = "The task") @PathVariable TaskId id,
      @Valid @RequestBody TaskDraftRequest body) {
    return inbox.draft(id, body.response());
  }

  @PutMapping("/delegate")
  @Operation(summary = "Have somebody else work on a task that stays yours")
  ResponseEntity<TaskView> delegate(
      @Parameter(description = "The task") @PathVariable TaskId id,
      @Parameter(description = Tagged.IF_MATCH)
          @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch,
      @Valid @RequestBody DelegateRequest body) {
    return Tagged.task(inbox.delegate(id, body.to(), ifMatch));
  }

  @PutMapping("/resolve")
  @Idempotent
  @Operation(summary = "Give a delegated task back to its owner with what was found out")
  ResponseEntity<TaskView> resolve(
      @Parameter(description = "The task") @PathVariable TaskId id,
      @Parameter(description = Tagged.IF_MATCH)
          @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch,
      @Valid @RequestBody(required = false) @Nullable AnswerRequest body) {
    return Tagged.task(inbox.resolve(id, AnswerRequest.response(body), ifMatch));
  }

  @PutMapping("/escalate")
  @Operation(
      summary = "Ask for help with a task",
      description =
          "Marks it and offers it to a group or user, the managers when none is named. The assignee keeps it.")
  ResponseEntity<TaskView> escalate(
      @Parameter(description = "The task") @PathVariable TaskId id,
      @Valid @RequestBody EscalateRequest body) {
    return Tagged.task(inbox.escalate(id, body.reason(), body.to()));
  }

  record AssignRequest(
      @Schema(description = "A user's id; null releases", example = "employee")
          @Size(min = 1, max = 64)
          @Nullable String assignee) {}

  record AnswerRequest(
      @Schema(example = "approved") @Size(min = 1, max = 255) @Nullable String outcome,
      @Size(max = 500) @Nullable Map<String, JsonNode> variables,
      @Size(max = 4000) @Nullable String comment) {
    static TaskResponse response(@Nullable AnswerRequest body) {
      return body == null
          ? new TaskResponse(null, Map.of(), null)
          : new TaskResponse(
              body.outcome(),
              body.variables() == null ? Map.of() : body.variables(),
              body.comment());
    }
  }

  record TaskDraftRequest(
      @Size(max = 255) @Nullable String outcome,
      @Size(max = 500) @NotNull Map<String, JsonNode> variables) {
    TaskResponse response() {
      return new TaskResponse(outcome, variables, null);
    }
  }

  record DelegateRequest(@Schema(example = "employee2") @NotBlank @Size(max = 64) String to) {}

  record EscalateRequest(
      @Schema(example = "I may not decide more than 10,000.") @NotBlank @Size(max = 2000)
          String reason,
      @Schema(description = "A group or a user; the managers when absent", example = "managers")
          @Size(min = 1, max = 255)
          @Nullable String to) {}
}
