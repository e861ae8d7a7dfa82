package io.flowmaster.tasks.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.AnyRole;
import io.flowmaster.platform.Idempotent;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Revision;
import io.flowmaster.tasks.NewTask;
import io.flowmaster.tasks.SavedFilters;
import io.flowmaster.tasks.TaskDetails;
import io.flowmaster.tasks.TaskId;
import io.flowmaster.tasks.TaskInbox;
import io.flowmaster.tasks.TaskSearch;
import io.flowmaster.tasks.TaskView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

@RestController
@RequestMapping("/tasks")
@AnyRole
@Tag(name = "Human tasks", description = "The inbox: find tasks, work on them, answer them.")
class TasksController {
  private final TaskInbox inbox;
  private final SavedFilters filters;

  TasksController(TaskInbox inbox, SavedFilters filters) {
    this.inbox = inbox;
    this.filters = filters;
  }

  @GetMapping
  @Operation(
      summary = "List tasks",
      description =
          "Without a view: open tasks that are assigned or offered to you; for managers and administrators, all open tasks. With count=true, total is exact up to 1,000; where there are more, it is 1,000 and totalIsExact is false. A sort by several columns is refused (too-many-to-sort) when more than 10,000 tasks have the same value in the first of them; by priority and then due date, earliest first for urgent ones, any number is sorted.",
      parameters =
          @Parameter(
              name = "variable",
              in = ParameterIn.QUERY,
              description =
                  "name:operator:value, on a variable of the task or of its process; operators eq, ne, gt, ge, lt, le, like (text, * for anything, case does not matter);"
                      + " repeat it for more conditions, at most 5, all must hold. A number, true, false or null is"
                      + " compared as such; put text that looks like one in double quotes. A task without the variable never matches.",
              example = "amount:gt:1000",
              array = @ArraySchema(maxItems = 5, schema = @Schema(type = "string"))))
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
          @Parameter(description = "Due before so much time has passed from now", example = "P1D")
          @Nullable Duration dueWithin,
      @RequestParam(required = false)
          @Parameter(description = "A saved filter: what holds unless you say otherwise here")
          @Size(max = 36)
          @Nullable String filter,
      @RequestParam(required = false)
          @Parameter(
              description =
                  "due, priority, created, name or ended; a leading - or :desc is descending, :asc ascending; without either, priority is descending and the others ascending. Several columns, the most important first, with commas.",
              example = "-priority,due")
          @Size(max = 100)
          @Nullable String sort,
      @Parameter(hidden = true) WebRequest request,
      PageQuery page) {
    String[] variables = request.getParameterValues("variable");
    TaskSearch search =
        new TaskSearch(
            Words.view(view),
            Words.status(status),
            Words.text("q", q),
            Words.text("processKey", processKey),
            Words.text("executionId", executionId),
            Words.text("assignee", assignee),
            dueBefore,
            Words.within(dueWithin),
            Words.variables(variables == null ? null : List.of(variables)),
            Words.sort(sort));
    return inbox.search(
        filter == null || filter.isEmpty() ? search : search.orElse(filters.get(filter).search()),
        page);
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
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<TaskView> create(@Valid @RequestBody NewTaskRequest body) {
    TaskView task = inbox.create(body.task());
    return ResponseEntity.created(URI.create("/tasks/" + task.id()))
        .eTag(new Revision(task.revision()).etag())
        .body(task);
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
}
