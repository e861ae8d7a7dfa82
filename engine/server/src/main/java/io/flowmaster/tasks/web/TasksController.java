package io.flowmaster.tasks.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.Idempotent;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Revision;
import io.flowmaster.platform.Roles;
import io.flowmaster.tasks.NewTask;
import io.flowmaster.tasks.TaskDetails;
import io.flowmaster.tasks.TaskEdit;
import io.flowmaster.tasks.TaskId;
import io.flowmaster.tasks.TaskInbox;
import io.flowmaster.tasks.TaskResponse;
import io.flowmaster.tasks.TaskSearch;
import io.flowmaster.tasks.TaskView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/tasks")
@RolesAllowed({
  Roles.ADMIN,
  Roles.MANAGER,
  Roles.EMPLOYEE,
  Roles.DESIGNER,
  Roles.DEVELOPER,
  Roles.AGENT,
  Roles.WORKER
})
@Tag(name = "Human tasks", description = "The inbox: find tasks, work on them, answer them.")
class TasksController {
  private static final String IF_MATCH =
      "The ETag that you read; leave it out when what changed since does not matter";
  private final TaskInbox inbox;

  TasksController(TaskInbox inbox) {
    this.inbox = inbox;
  }

  @GetMapping
  @Operation(
      summary = "List tasks",
      description =
          "Without a view: open tasks that are assigned or offered to you; for managers and administrators, all open tasks.")
  Page<TaskView> list(
      @RequestParam(required = false)
          @Parameter(
              description =
                  "mine: assigned to me; group: nobody's yet and offered to me; all: everything, for managers; overdue and escalated: of what I may see; completed: done by me",
              schema =
                  @Schema(
                      allowableValues = {
                        "mine",
                        "group",
                        "all",
                        "overdue",
                        "escalated",
                        "completed"
                      }))
          @Nullable String view,
      @RequestParam(required = false)
          @Parameter(
              description = "OPEN when absent",
              schema = @Schema(allowableValues = {"OPEN", "COMPLETED", "CANCELLED"}))
          @Nullable String status,
      @RequestParam(required = false)
          @Parameter(
              description = "Part of the task's name, the process's name or the business key")
          @Size(max = 200)
          @Nullable String q,
      @RequestParam(required = false)
          @Parameter(description = "The BPMN id of the process")
          @Size(max = 255)
          @Nullable String processKey,
      @RequestParam(required = false)
          @Parameter(description = "The execution that waits for it")
          @Size(max = 64)
          @Nullable String executionId,
      @RequestParam(required = false) @Parameter(description = "Who works on it") @Size(max = 255)
          @Nullable String assignee,
      @RequestParam(required = false) @Parameter(description = "Due before this instant")
          @Nullable Instant dueBefore,
      @RequestParam(required = false)
          @Parameter(
              description =
                  "due, priority, created, name or ended; a leading - or :desc is descending, :asc ascending; without either, priority is descending and the others ascending",
              example = "-priority")
          @Nullable String sort,
      PageQuery page) {
    TaskSearch search =
        new TaskSearch(
            Words.view(view),
            Words.status(status),
            Words.text("q", q),
            Words.text("processKey", processKey),
            Words.text("executionId", executionId),
            Words.text("assignee", assignee),
            dueBefore,
            Words.sort(sort));
    return inbox.search(search, page);
  }

  @GetMapping("/{id}")
  @Operation(summary = "Read a task with its form, variables, process and draft")
  ResponseEntity<TaskDetails> get(@Parameter(description = "The task") @PathVariable TaskId id) {
    TaskDetails details = inbox.get(id);
    return ResponseEntity.ok().eTag(new Revision(details.task().revision()).etag()).body(details);
  }

  @PostMapping
  @Idempotent
  @Operation(summary = "Create a task that belongs to no process")
  ResponseEntity<TaskView> create(@Valid @RequestBody NewTaskRequest body) {
    TaskView task = inbox.create(body.task());
    return ResponseEntity.created(URI.create("/tasks/" + task.id()))
        .eTag(new Revision(task.revision()).etag())
        .body(task);
  }

  @PutMapping("/{id}")
  @Operation(
      summary = "Change a task's own members",
      description =
          "Members that are absent or null stay. Due and follow-up dates are cleared at /due and /follow-up.")
  ResponseEntity<TaskView> change(
      @Parameter(description = "The task") @PathVariable TaskId id,
      @Parameter(description = IF_MATCH)
          @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch,
      @Valid @RequestBody ChangeTaskRequest body) {
    return answer(inbox.change(id, body.edit(), ifMatch));
  }

  @PutMapping("/{id}/due")
  @Operation(summary = "Set or clear the due date of a task")
  ResponseEntity<TaskView> due(
      @Parameter(description = "The task") @PathVariable TaskId id,
      @Parameter(description = IF_MATCH)
          @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch,
      @Valid @RequestBody DueRequest body) {
    Optional<Instant> due = Optional.ofNullable(Words.date("/dueAt", body.dueAt()));
    return answer(inbox.change(id, new TaskEdit(null, null, null, due, null, null, null), ifMatch));
  }

  @PutMapping("/{id}/follow-up")
  @Operation(summary = "Set or clear the follow-up date of a task")
  ResponseEntity<TaskView> followUp(
      @Parameter(description = "The task") @PathVariable TaskId id,
      @Parameter(description = IF_MATCH)
          @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch,
      @Valid @RequestBody FollowUpRequest body) {
    Optional<Instant> followUp = Optional.ofNullable(Words.date("/followUpAt", body.followUpAt()));
    return answer(
        inbox.change(id, new TaskEdit(null, null, null, null, followUp, null, null), ifMatch));
  }

  @PutMapping("/{id}/priority")
  @Operation(summary = "Set the priority of a task")
  ResponseEntity<TaskView> priority(
      @Parameter(description = "The task") @PathVariable TaskId id,
      @Parameter(description = IF_MATCH)
          @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch,
      @Valid @RequestBody PriorityRequest body) {
    return answer(
        inbox.change(
            id, new TaskEdit(null, null, body.priority(), null, null, null, null), ifMatch));
  }

  @PutMapping("/{id}/assign")
  @Operation(
      summary = "Claim, assign or release a task",
      description =
          "One's own id claims; null releases; another id assigns, for managers. A claimed task is a 409 whose member assignee says who has it; a manager takes it over with If-Match.")
  ResponseEntity<TaskView> assign(
      @Parameter(description = "The task") @PathVariable TaskId id,
      @Parameter(description = IF_MATCH)
          @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch,
      @Valid @RequestBody AssignRequest body) {
    return answer(inbox.assign(id, body.assignee(), ifMatch));
  }

  @PutMapping("/{id}/respond")
  @Operation(
      summary = "Answer and complete a task",
      description =
          "The form checks the answer. The outcome becomes the variable outcome. An unassigned task that is offered to you is claimed by answering it.")
  ResponseEntity<TaskView> respond(
      @Parameter(description = "The task") @PathVariable TaskId id,
      @Parameter(description = IF_MATCH)
          @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch,
      @Valid @RequestBody(required = false) @Nullable AnswerRequest body) {
    return answer(inbox.respond(id, AnswerRequest.response(body), ifMatch));
  }

  @PutMapping("/{id}/draft")
  @Operation(summary = "Save an unfinished answer, unchecked")
  TaskDetails.Draft draft(
      @Parameter(description = "The task") @PathVariable TaskId id,
      @Valid @RequestBody TaskDraftRequest body) {
    return inbox.draft(id, body.response());
  }

  @PutMapping("/{id}/delegate")
  @Operation(summary = "Have somebody else work on a task that stays yours")
  ResponseEntity<TaskView> delegate(
      @Parameter(description = "The task") @PathVariable TaskId id,
      @Parameter(description = IF_MATCH)
          @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch,
      @Valid @RequestBody DelegateRequest body) {
    return answer(inbox.delegate(id, body.to(), ifMatch));
  }

  @PutMapping("/{id}/resolve")
  @Operation(summary = "Give a delegated task back to its owner with what was found out")
  ResponseEntity<TaskView> resolve(
      @Parameter(description = "The task") @PathVariable TaskId id,
      @Parameter(description = IF_MATCH)
          @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch,
      @Valid @RequestBody(required = false) @Nullable AnswerRequest body) {
    return answer(inbox.resolve(id, AnswerRequest.response(body), ifMatch));
  }

  @PutMapping("/{id}/escalate")
  @Operation(
      summary = "Ask for help with a task",
      description =
          "Marks it and offers it to a group or user, the managers when none is named. The assignee keeps it.")
  ResponseEntity<TaskView> escalate(
      @Parameter(description = "The task") @PathVariable TaskId id,
      @Valid @RequestBody EscalateRequest body) {
    return answer(inbox.escalate(id, body.reason(), body.to()));
  }

  private static ResponseEntity<TaskView> answer(TaskView task) {
    return ResponseEntity.ok().eTag(new Revision(task.revision()).etag()).body(task);
  }

  record NewTaskRequest(
      @Schema(example = "Call the customer back") @NotBlank @Size(max = 255) String name,
      @Size(max = 4000) @Nullable String description,
      @Schema(example = "employee") @Size(min = 1, max = 64) @Nullable String assignee,
      @Schema(example = "[\"staff\"]") @Size(max = 100)
          @Nullable List<@NotBlank @Size(max = 255) String> candidateGroups,
      @Size(max = 100) @Nullable List<@NotBlank @Size(max = 64) String> candidateUsers,
      @Nullable Instant dueAt,
      @Nullable Instant followUpAt,
      @Schema(description = "0 to 100, 50 when absent") @Min(0) @Max(100)
          @Nullable Integer priority,
      @Schema(description = "A form-js schema") @Nullable JsonNode form,
      @Size(max = 500) @Nullable Map<String, JsonNode> variables) {
    NewTask task() {
      return new NewTask(
          name,
          description,
          assignee,
          candidateGroups == null ? List.of() : candidateGroups,
          candidateUsers == null ? List.of() : candidateUsers,
          Words.date("/dueAt", dueAt),
          Words.date("/followUpAt", followUpAt),
          priority == null ? NewTask.USUAL_PRIORITY : priority,
          Words.form(form),
          variables == null ? Map.of() : variables);
    }
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
