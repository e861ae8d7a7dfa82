package io.flowmaster.executions;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Steers running executions for the current actor, in its tenant. Each call throws {@link
 * ExecutionNotFound}, and {@link ExecutionEnded} when there is nothing left to steer.
 */
public interface ExecutionControl {

  /**
   * Holds the execution with all it called: no job, timer, worker, task or message goes on. Pausing
   * again changes nothing.
   *
   * @throws PartOfExecution for a called process
   */
  ExecutionView pause(ExecutionId id);

  /** Lets a paused execution go on; resuming one that is not paused changes nothing. */
  ExecutionView resume(ExecutionId id);

  /**
   * Ends the execution with all it called. Cancelling a cancelled one changes nothing.
   *
   * @param reason shown in the history; null when none was given
   * @throws ActivityFailed when a listener of the model refuses
   */
  ExecutionView cancel(ExecutionId id, @Nullable String reason);

  /**
   * Takes tokens away from activities and puts one before each of others.
   *
   * @throws UnknownActivity when the model has no such activity
   * @throws NoTokenThere when no token is where one should be taken from
   * @throws ExecutionIsPaused while paused
   * @throws ActivityFailed when the process fails at the new place
   */
  ExecutionView move(ExecutionId id, TokenMove move);

  /**
   * Gives failed jobs and external tasks of the execution, and of all it called, one more try. When
   * nothing has failed, nothing is retried and that is what the answer says.
   *
   * @param wait how long to wait for what comes of it, at most 30 seconds; zero not to wait
   * @throws ExecutionIsPaused while paused
   */
  RetriedWork retry(ExecutionId id, Duration wait);

  /**
   * Sets variables of the whole process and leaves the others; a JSON null is a value.
   *
   * @return all variables afterwards
   * @throws ExecutionIsPaused when a condition of the model reacts to a variable while paused
   */
  Map<String, JsonNode> setVariables(ExecutionId id, Map<String, JsonNode> variables);

  /** Removes a variable of the whole process; one that is not there is fine. */
  void removeVariable(ExecutionId id, String name);
}
