package io.flowmaster.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What makes processes begin or go on, for those outside the engine's areas. Each call acts for the
 * current actor, in a transaction of its own unless there is one.
 */
public interface ProcessTriggers {

  /**
   * Starts the latest version of a process.
   *
   * @param businessKey null for none
   * @return the id of the execution
   * @throws Problem when there is no such process, or when it fails before it waits
   */
  String start(String processKey, @Nullable String businessKey, Map<String, JsonNode> variables);

  /**
   * Brings a message to the one execution that waits for it, or starts the process that begins with
   * it.
   *
   * @param businessKey of the execution; null for any
   * @param correlation values that the waiting execution must have
   * @return the ids of the executions that received it
   * @throws Problem when nobody waits, or several do
   */
  List<String> correlate(
      String message,
      @Nullable String businessKey,
      Map<String, JsonNode> correlation,
      Map<String, JsonNode> variables);

  /**
   * Makes sure that a process could be started now.
   *
   * @param processKey the BPMN process id
   * @throws Problem when the current tenant has no such published process, or an archived one
   */
  void checkStartable(String processKey);
}
