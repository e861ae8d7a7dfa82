package io.flowmaster.tasks.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.flowmaster.platform.AnyRole;
import io.flowmaster.platform.Idempotent;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.tasks.SavedFilter;
import io.flowmaster.tasks.SavedFilters;
import io.flowmaster.tasks.TaskInbox;
import io.flowmaster.tasks.TaskNotYours;
import io.flowmaster.tasks.TaskView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/tasks/filters")
@AnyRole
@Tag(name = "Human tasks")
class SavedFiltersController {
  /** Nothing else under a task is named like this, so that no path has two meanings. */
  private static final String ONE = "/{id:[0-9a-f-]+}";

  private static final PageQuery NUMBER = new PageQuery(1, null, true);
  private final SavedFilters filters;
  private final TaskInbox inbox;

  SavedFiltersController(SavedFilters filters, TaskInbox inbox) {
    this.filters = filters;
    this.inbox = inbox;
  }

  @GetMapping
  @Operation(
      summary = "List the saved filters that you may use, by name",
      description = "Your own, and those that are shared with your groups.")
  Page<SavedFilterAnswer> list(
      @RequestParam(defaultValue = "false")
          @Parameter(
              description =
                  "true adds to each how many tasks it finds for you, exact up to 1,000; leave it out where nobody reads it")
          boolean tasks,
      PageQuery page) {
    return filters.list(page).map(filter -> tasks ? counted(filter) : answer(filter, null));
  }

  @GetMapping(ONE)
  @Operation(summary = "Read a saved filter, and how many tasks it finds for you")
  ResponseEntity<SavedFilterAnswer> get(
      @Parameter(description = "The filter") @PathVariable String id) {
    SavedFilter filter = filters.get(id);
    return ResponseEntity.ok().eTag(filter.revision().etag()).body(counted(filter));
  }

  @PostMapping
  @Idempotent
  @Operation(
      summary = "Save a filter",
      description =
          "For yourself, or shared with groups that you belong to; managers share with any group. Who uses it sees what he may see, not what you may.")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<SavedFilterAnswer> create(@Valid @RequestBody SavedFilterRequest body) {
    SavedFilter filter = filters.create(body.draft());
    return ResponseEntity.created(URI.create("/tasks/filters/" + filter.id()))
        .eTag(filter.revision().etag())
        .body(answer(filter, null));
  }

  @PutMapping(ONE)
  @Operation(summary = "Replace a saved filter of yours")
  ResponseEntity<SavedFilterAnswer> change(
      @Parameter(description = "The filter") @PathVariable String id,
      @Parameter(description = "The ETag that you read", example = "\"1\"")
          @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch,
      @Valid @RequestBody SavedFilterRequest body) {
    SavedFilter filter = filters.change(id, body.draft(), ifMatch);
    return ResponseEntity.ok().eTag(filter.revision().etag()).body(answer(filter, null));
  }

  @DeleteMapping(ONE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Delete a saved filter of yours; administrators any that they see")
  void delete(
      @Parameter(description = "The filter") @PathVariable String id,
      @Parameter(description = "The ETag that you read, when it matters", example = "\"1\"")
          @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch) {
    filters.delete(id, ifMatch);
  }

  /** A manager's filter over all tasks finds nothing for those who may not see them. */
  private SavedFilterAnswer counted(SavedFilter filter) {
    try {
      return answer(filter, inbox.search(filter.search(), NUMBER));
    } catch (TaskNotYours notForYou) {
      return answer(filter, new Page<>(List.of(), null, 0L));
    }
  }

  private static SavedFilterAnswer answer(SavedFilter filter, @Nullable Page<TaskView> tasks) {
    return new SavedFilterAnswer(
        filter.id(),
        filter.name(),
        TaskCriteria.of(filter.search()),
        filter.groups(),
        filter.owner().value(),
        filter.createdAt(),
        filter.updatedAt(),
        tasks == null ? null : tasks.total(),
        tasks == null ? null : tasks.totalIsExact());
  }

  record SavedFilterRequest(
      @Schema(example = "Urgent invoices") @NotBlank @Size(max = 255) String name,
      @Valid @NotNull TaskCriteria query,
      @Schema(
              description = "Ids of the groups that use it too; nobody else when absent",
              example = "[\"staff\"]")
          @Size(max = 50)
          @Nullable List<@NotBlank @Size(max = 255) String> groups) {
    SavedFilter.Draft draft() {
      return new SavedFilter.Draft(
          name.strip(), query.search(), groups == null ? List.of() : groups);
    }
  }

  record SavedFilterAnswer(
      String id,
      @Schema(example = "Urgent invoices") String name,
      @Schema(description = "What it finds") TaskCriteria query,
      @Schema(description = "Ids of the groups that use it too") List<String> groups,
      @Schema(description = "Id of the user who may change it", example = "employee") String owner,
      Instant createdAt,
      Instant updatedAt,
      @Schema(description = "How many tasks it finds for you, up to 1,000; null where not counted")
          @JsonInclude(JsonInclude.Include.NON_NULL)
          @Nullable Long total,
      @Schema(description = "false when it finds more than total; absent otherwise")
          @JsonInclude(JsonInclude.Include.NON_NULL)
          @Nullable Boolean totalIsExact) {}
}
