package io.flowmaster.tasks.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.bulk.BulkJob;
import io.flowmaster.platform.AnyRole;
import io.flowmaster.platform.Idempotent;
import io.flowmaster.platform.InvalidValue;
import io.flowmaster.tasks.NewTaskBulk;
import io.flowmaster.tasks.NewTaskBulk.Action;
import io.flowmaster.tasks.NewTaskBulk.Change;
import io.flowmaster.tasks.SavedFilters;
import io.flowmaster.tasks.TaskBulk;
import io.flowmaster.tasks.TaskResponse;
import io.flowmaster.tasks.TaskSearch;
import io.flowmaster.tasks.TaskStatus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
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
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Works on many tasks at once. */
@RestController
@AnyRole
@Tag(name = "Human tasks")
class TaskBulkController {
  private final TaskBulk bulk;
  private final SavedFilters filters;

  TaskBulkController(TaskBulk bulk, SavedFilters filters) {
    this.bulk = bulk;
    this.filters = filters;
  }

  @PostMapping("/tasks/bulk")
  @Idempotent
  @Operation(
      summary = "Claim, assign, release, answer or change many tasks, as a tracked job",
      description =
          "Which tasks are meant is settled at once; the answer is the job, whose progress and results stand at its Location. Each task is done by itself, with your rights. An assignment can be undone: who had a task gets it back; a change too, where nobody has changed the same since.")
  @ResponseStatus(HttpStatus.ACCEPTED)
  ResponseEntity<BulkJob> begin(@Valid @RequestBody TaskBulkRequest body) {
    BulkJob job =
        bulk.begin(
            new NewTaskBulk(
                body.action(),
                body.ids(),
                search(body),
                body.assignee(),
                body.action() == Action.RESPOND ? body.response() : null,
                body.action() == Action.CHANGE ? body.change() : null,
                body.reason()));
    return ResponseEntity.accepted().location(URI.create("/bulk/" + job.id())).body(job);
  }

  private @Nullable TaskSearch search(TaskBulkRequest body) {
    long given =
        Stream.of(body.ids(), body.query(), body.filter()).filter(Objects::nonNull).count();
    if (given != 1) {
      throw new InvalidValue("ids", "Give exactly one of ids, query and filter.");
    }
    if (body.ids() != null) {
      return null;
    }
    TaskSearch search =
        body.query() == null ? filters.get(body.filter()).search() : body.query().search();
    if (search.view() == TaskSearch.View.COMPLETED
        || (search.status() != null && search.status() != TaskStatus.OPEN)) {
      throw new InvalidValue("status", "Only open tasks can be worked on.");
    }
    return search;
  }

  @Schema(description = "Exactly one of ids, query and filter is given")
  record TaskBulkRequest(
      @Schema(description = "What is done to each", example = "ASSIGN") @NotNull Action action,
      @Schema(description = "The tasks, one by one") @Size(min = 1, max = 10_000)
          @Nullable List<@NotBlank @Size(max = 64) String> ids,
      @Schema(description = "The open tasks that match") @Valid @Nullable TaskCriteria query,
      @Schema(description = "The open tasks that this saved filter finds") @Size(min = 1, max = 36)
          @Nullable String filter,
      @Schema(
              description = "For ASSIGN: your own id claims, another assigns, null releases",
              example = "employee2")
          @Size(min = 1, max = 64)
          @Nullable String assignee,
      @Schema(description = "For RESPOND: kept as variable outcome", example = "approved")
          @Size(min = 1, max = 255)
          @Nullable String outcome,
      @Schema(description = "For RESPOND: what each is answered with") @Size(max = 500)
          @Nullable Map<String, JsonNode> variables,
      @Schema(description = "For RESPOND: a remark that is kept with each task") @Size(max = 4000)
          @Nullable String comment,
      @Schema(description = "For CHANGE: from 0 to 100", example = "90") @Min(0) @Max(100)
          @Nullable Integer priority,
      @Schema(description = "For CHANGE") @Nullable Instant dueAt,
      @Schema(description = "For CHANGE") @Nullable Instant followUpAt,
      @Schema(description = "Shown with the job", example = "Ana is on leave") @Size(max = 1000)
          @Nullable String reason) {
    Change change() {
      if (priority == null && dueAt == null && followUpAt == null) {
        throw new InvalidValue("change", "Give priority, dueAt or followUpAt.");
      }
      return new Change(
          priority, Words.date("/dueAt", dueAt), Words.date("/followUpAt", followUpAt));
    }

    TaskResponse response() {
      return new TaskResponse(outcome, variables == null ? Map.of() : variables, comment);
    }
  }
}
