package io.flowmaster.executions;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a case file holds of executions. Whoever asks has made sure that the actor may see a task of
 * the execution; here only the tenant and its policies decide.
 */
public interface CaseHistory {

  /**
   * An execution and its latest events.
   *
   * @param most how many events at most
   * @return empty when it is not there, another tenant's, or kept from the actor by a policy
   */
  Optional<Course> of(ExecutionId id, int most);

  /**
   * Finished executions of a process, whatever its version, latest first.
   *
   * @param but the one that is not wanted; null for none
   * @param variables names of the variables to read; none when empty
   */
  List<Finished> finished(
      String processKey, @Nullable ExecutionId but, Set<String> variables, int most);

  /**
   * An execution and what happened in it.
   *
   * @param execution without its variables
   * @param events oldest first
   * @param isCut whether there are older ones
   */
  record Course(ExecutionView execution, List<HistoryEvent> events, boolean isCut) {}

  /**
   * A finished execution.
   *
   * @param end the name of the end event that was reached last, its id when it has none; null when
   *     it was cancelled
   * @param incidents how many were opened in it
   * @param variables the last values of those that were asked for
   */
  record Finished(
      String id,
      @Nullable String businessKey,
      ExecutionStatus status,
      Instant startedAt,
      Instant endedAt,
      @Nullable String end,
      int incidents,
      Map<String, JsonNode> variables) {}
}
