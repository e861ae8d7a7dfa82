package io.flowmaster.executions;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A signal for everybody who waits for it.
 *
 * @param name as the model names the signal
 * @param executionId the only execution that shall hear it; null for all
 */
public record Signal(
    String name, Map<String, JsonNode> variables, @Nullable ExecutionId executionId) {
  public Signal {
    RefusedInput.checkText("/name", name, 255);
    RefusedInput.checkText("/executionId", executionId == null ? null : executionId.value(), 64);
  }
}
