package io.flowmaster.tasks;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that is needed to work on one task.
 *
 * @param task the task's own members, at the top level of the JSON
 * @param form null when it has none
 * @param variables the variables that the task sees, by name
 * @param process null for a task that no process made
 * @param draft what was saved before answering; null when nothing was
 * @param allowedActions what the current user may do with it now
 */
public record TaskDetails(
    @JsonUnwrapped TaskView task,
    @Nullable Form form,
    Map<String, JsonNode> variables,
    @Nullable ProcessContext process,
    @Nullable Draft draft,
    List<Action> allowedActions) {

  /** What may be done with a task. */
  public enum Action {
    CLAIM,
    RELEASE,
    ASSIGN,
    RESPOND,
    DRAFT,
    DELEGATE,
    RESOLVE,
    ESCALATE,
    CHANGE,
    COMMENT,
    ATTACH
  }

  /**
   * @param type {@code form-js} when {@code schema} can be shown and is checked by the server;
   *     {@code html} and {@code external} name a form that another application shows
   * @param key the form's key in the model, when it has one
   * @param schema a form-js schema; null unless the type is {@code form-js}
   * @param problem why the form cannot be shown; null when it can
   */
  @Schema(name = "TaskForm")
  public record Form(
      @Schema(allowableValues = {"form-js", "html", "external"}) String type,
      @Nullable String key,
      @Nullable JsonNode schema,
      @Nullable String problem) {}

  /** The execution that waits for the task. */
  @Schema(name = "TaskProcess")
  public record ProcessContext(
      String executionId,
      @Nullable String businessKey,
      @Nullable String processId,
      String processKey,
      @Nullable String processName,
      @Nullable Integer version,
      String processDefinitionId,
      @Nullable String activityId,
      @Nullable String startedBy,
      @Nullable Instant startedAt,
      @Schema(description = "True when the execution or the activity is paused: nobody can respond")
          boolean paused,
      @Schema(
              description = "Why the work at the activity is held back, if somebody said so",
              example = "Price list is wrong")
          @Nullable String pauseReason) {}

  /** An answer that is not finished. */
  @Schema(name = "TaskDraft")
  public record Draft(
      Map<String, JsonNode> variables, @Nullable String outcome, String savedBy, Instant savedAt) {}
}
