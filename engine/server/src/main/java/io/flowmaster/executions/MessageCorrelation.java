package io.flowmaster.executions;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message for one execution.
 *
 * @param name as the model names the message
 * @param businessKey of the execution, or of the one that called it; null for any
 * @param executionId the execution, or the one that called it; null for any
 * @param correlation values that variables of the waiting process must have: text, whole numbers,
 *     numbers, booleans or null
 * @param variables set in the execution that receives it
 */
public record MessageCorrelation(
    String name,
    @Nullable String businessKey,
    @Nullable ExecutionId executionId,
    Map<String, JsonNode> correlation,
    Map<String, JsonNode> variables) {
  public MessageCorrelation {
    RefusedInput.checkText("/name", name, 255);
    RefusedInput.checkText("/businessKey", businessKey, 255);
    RefusedInput.checkText("/executionId", executionId == null ? null : executionId.value(), 64);
    correlation = Map.copyOf(correlation);
  }
}
