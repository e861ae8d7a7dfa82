package io.flowmaster.tasks.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.flowmaster.engine.EngineVariables;
import io.flowmaster.platform.Problem.FieldError;
import io.flowmaster.tasks.InvalidResponse;
import io.flowmaster.tasks.TaskDetails;
import io.flowmaster.tasks.TaskResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks an answer against the task's form and says which variables it changes. */
@Component
class TaskAnswers {
  private static final String OUTCOME = FormValidator.OUTCOME;
  private static final int LONGEST_TRAIL_VALUE = 4_000;
  private final TaskForms forms;
  private final FormValidator validator;
  private final TaskService tasks;
  private final EngineVariables variables;

  TaskAnswers(
      TaskForms forms, FormValidator validator, TaskService tasks, EngineVariables variables) {
    this.forms = forms;
    this.validator = validator;
    this.tasks = tasks;
    this.variables = variables;
  }

  /** What an answer sets, and what it changes for the audit trail. */
  record Accepted(Map<String, JsonNode> variables, List<TaskDifference.Change> changes) {}

  /**
   * What the answer has to fit; null when anything fits. It is asked for apart, because a form that
   * is missing is not missed, and no other call to the engine must fail with it.
   */
  @Nullable JsonNode schema(EngineTask task) {
    TaskDetails.Form form = forms.of(task);
    return form == null ? null : form.schema();
  }

  /**
   * @throws InvalidResponse when the form does not accept it
   */
  Accepted accept(EngineTask task, TaskResponse response, @Nullable JsonNode schema) {
    Map<String, JsonNode> submitted = new LinkedHashMap<>(response.variables());
    JsonNode doubled = submitted.get(OUTCOME);
    if (response.outcome() != null) {
      JsonNode outcome = TextNode.valueOf(response.outcome());
      if (doubled != null && !doubled.equals(outcome)) {
        throw new InvalidResponse(
            List.of(new FieldError("/outcome", "It differs from the variable outcome.")));
      }
      submitted.put(OUTCOME, outcome);
    }
    Map<String, JsonNode> now = current(task.id());
    Map<String, JsonNode> accepted = schema == null ? submitted : checked(schema, now, submitted);
    List<TaskDifference.Change> changes = new ArrayList<>();
    accepted.forEach(
        (name, value) -> {
          if (!Objects.equals(now.get(name), value)) {
            changes.add(
                new TaskDifference.Change("variables/" + name, text(now.get(name)), text(value)));
          }
        });
    return new Accepted(accepted, changes);
  }

  /** The outcome stands beside the variables in a response, and so do its errors. */
  private Map<String, JsonNode> checked(
      JsonNode schema, Map<String, JsonNode> now, Map<String, JsonNode> submitted) {
    List<FieldError> errors = validator.validate(schema, submitted, now);
    if (!errors.isEmpty()) {
      throw new InvalidResponse(
          errors.stream()
              .map(
                  error ->
                      error.pointer().equals("/variables/" + OUTCOME)
                          ? new FieldError("/" + OUTCOME, error.detail())
                          : error)
              .toList());
    }
    return validator.accepted(schema, submitted, now);
  }

  /** The variables that an open task sees. */
  Map<String, JsonNode> current(String task) {
    return variables.toJson(tasks.getVariablesTyped(task, false));
  }

  private static @Nullable String text(@Nullable JsonNode value) {
    if (value == null) {
      return null;
    }
    String text = value.isTextual() ? value.textValue() : value.toString();
    return text.length() <= LONGEST_TRAIL_VALUE
        ? text
        : text.substring(0, LONGEST_TRAIL_VALUE) + "…";
  }
}
