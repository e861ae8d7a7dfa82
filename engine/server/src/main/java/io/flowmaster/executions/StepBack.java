package io.flowmaster.executions;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What going back changed, or would change.
 *
 * @param enteredAt when the execution was last there; the variables are those of that moment
 * @param from where tokens are taken away
 * @param variables those whose value changes; of the whole process, not of a scope within it
 * @param execution afterwards; left out of a dry run
 */
public record StepBack(
    @Schema(description = "Whether nothing was changed", example = "true") boolean dryRun,
    String activityId,
    Instant enteredAt,
    @Schema(example = "[\"approve-order\"]") List<String> from,
    List<VariableChange> variables,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ExecutionView execution) {
  public StepBack {
    from = List.copyOf(from);
    variables = List.copyOf(variables);
  }
}
