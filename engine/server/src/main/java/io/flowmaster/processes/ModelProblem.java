package io.flowmaster.processes;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One fault of a model, and what to do about it.
 *
 * @param file the file of the bundle that holds the fault; null when it concerns the bundle
 * @param elementId the XML id of the element at fault; null when it has none or the fault concerns
 *     the file
 * @param elementName the name drawn on the element, null without one
 * @param severity whether it keeps the model from being published
 * @param rule a stable name in kebab-case, the same for every fault of that sort
 * @param message a sentence that says what is wrong and what to do
 * @param line where the element begins in the file, from 1; null when unknown
 * @param column likewise
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ModelProblem(
    @Schema(example = "order.bpmn") @Nullable String file,
    @Schema(example = "Task_1") @Nullable String elementId,
    @Schema(example = "Check order") @Nullable String elementName,
    Severity severity,
    @Schema(example = "service-task-implementation") String rule,
    @Schema(example = "The service task does nothing. Give it an implementation: a topic.")
        String message,
    @Schema(example = "12") @Nullable Integer line,
    @Schema(example = "7") @Nullable Integer column) {

  /** How bad it is. */
  public enum Severity {
    /** The engine refuses the model: it cannot be published. */
    ERROR,
    /** It can be published, and is likely to disappoint when it runs. */
    WARNING
  }

  /** Whether it keeps the model from being published. */
  public boolean fatal() {
    return severity == Severity.ERROR;
  }

  /** The same with another severity. */
  public ModelProblem as(Severity other) {
    return new ModelProblem(file, elementId, elementName, other, rule, message, line, column);
  }
}
