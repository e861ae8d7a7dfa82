package io.flowmaster.tasks.web;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.flowmaster.engine.VariableCondition;
import io.flowmaster.tasks.TaskSearch;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A search of the inbox in a body: the same words as the parameters of the list. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TaskCriteria(
    @Schema(
            description = "As the parameter view of the list",
            allowableValues = {"mine", "group", "all", "overdue", "escalated", "completed"})
        @Nullable String view,
    @Schema(
            description = "OPEN when absent",
            allowableValues = {"OPEN", "COMPLETED", "CANCELLED"})
        @Nullable String status,
    @Schema(description = "Beginnings of words, all of which are to be found", example = "invoice")
        @Size(max = 200)
        @Nullable String q,
    @Size(max = 255) @Nullable String processKey,
    @Size(max = 64) @Nullable String executionId,
    @Size(max = 255) @Nullable String assignee,
    @Schema(description = "Due before this instant") @Nullable Instant dueBefore,
    @Schema(
            description = "Due before so much time has passed from now",
            type = "string",
            example = "P1D")
        @Nullable Duration dueWithin,
    @Schema(
            description = "As the parameter variable of the list, at most 5",
            example = "[\"amount:gt:1000\"]")
        @Size(max = 5)
        @Nullable List<@NotNull @Size(max = 2300) String> variable,
    @Schema(description = "As the parameter sort of the list", example = "-priority,due")
        @Size(max = 100)
        @Nullable String sort) {

  TaskSearch search() {
    return new TaskSearch(
        Words.view(view),
        Words.status(status),
        Words.text("q", q),
        Words.text("processKey", processKey),
        Words.text("executionId", executionId),
        Words.text("assignee", assignee),
        Words.date("/query/dueBefore", dueBefore),
        Words.within(dueWithin),
        Words.variables(variable),
        Words.sort(sort));
  }

  static TaskCriteria of(TaskSearch search) {
    return new TaskCriteria(
        word(search.view()),
        search.status() == null ? null : search.status().name(),
        search.text(),
        search.processKey(),
        search.executionId(),
        search.assignee(),
        search.dueBefore(),
        search.dueWithin(),
        search.variables().isEmpty()
            ? null
            : search.variables().stream().map(VariableCondition::text).toList(),
        search.sort().isEmpty()
            ? null
            : search.sort().stream().map(TaskCriteria::word).collect(joining(",")));
  }

  private static String word(TaskSearch.Sort sort) {
    return word(sort.by()) + (sort.descending() ? ":desc" : ":asc");
  }

  private static @Nullable String word(@Nullable Enum<?> constant) {
    return constant == null ? null : constant.name().toLowerCase(Locale.ROOT);
  }
}
