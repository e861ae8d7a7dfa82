package io.flowmaster.executions;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.processes.ProcessId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to start. Exactly one of {@code processId} and {@code processKey} is given.
 *
 * @param version null for the latest published one
 * @param businessKey what the outside world calls this case, at most 255 characters
 */
public record StartExecution(
    @Nullable ProcessId processId,
    @Nullable String processKey,
    @Nullable Integer version,
    @Nullable String businessKey,
    Map<String, JsonNode> variables) {

  public StartExecution {
    if ((processId == null) == (processKey == null)) {
      throw new RefusedInput("/processId", "Name the process by processId or by processKey.");
    }
    RefusedInput.checkText("/processId", processId == null ? null : processId.value(), 64);
    RefusedInput.checkText("/businessKey", businessKey, 255);
    RefusedInput.checkText("/processKey", processKey, 255);
  }

  /** The latest version of a process, by its BPMN process id. */
  public static StartExecution latest(String processKey, Map<String, JsonNode> variables) {
    return new StartExecution(null, processKey, null, null, variables);
  }
}
