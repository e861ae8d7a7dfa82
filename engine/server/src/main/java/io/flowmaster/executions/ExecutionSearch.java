package io.flowmaster.executions;

import io.flowmaster.engine.VariableCondition;
import io.flowmaster.platform.InvalidValue;
import io.flowmaster.processes.ProcessId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which executions are asked for; all that is given must hold. Called executions are found only by
 * {@code parentId}.
 *
 * @param version needs a process beside it
 * @param statuses any of them; all when empty
 * @param businessKey exact, or a beginning when it ends with {@code *}
 * @param variables conditions on variables of the whole process, at most 10
 * @param activityId a token is there now
 * @param hasIncident whether an incident is open
 * @param q part of the business key or of the process key, or the whole id
 * @param parentId the execution that called them
 * @param ascending oldest first; newest first otherwise
 * @param shown names of variables to read with each execution, at most 20
 */
public record ExecutionSearch(
    @Nullable ProcessId processId,
    @Nullable String processKey,
    @Nullable Integer version,
    Set<ExecutionStatus> statuses,
    @Nullable String businessKey,
    List<VariableCondition> variables,
    @Nullable Instant startedAfter,
    @Nullable Instant startedBefore,
    @Nullable String activityId,
    @Nullable Boolean hasIncident,
    @Nullable String q,
    @Nullable String parentId,
    boolean ascending,
    List<String> shown) {

  private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

  public ExecutionSearch {
    RefusedInput.checkText("/processId", processId == null ? null : processId.value(), 64);
    RefusedInput.checkText("/processKey", processKey, 255);
    RefusedInput.checkText("/businessKey", businessKey, 255);
    RefusedInput.checkText("/activityId", activityId, 255);
    RefusedInput.checkText("/q", q, 255);
    RefusedInput.checkText("/parentId", parentId, 64);
    shown.forEach(name -> RefusedInput.checkText("/variables", name, 255));
    if (version != null && processId == null && processKey == null) {
      throw new RefusedInput(
          "/version", "Name the process of the version: processId or processKey.");
    }
    if (variables.size() > 10 || shown.size() > 20) {
      throw new InvalidValue("variable", "At most 10 conditions and 20 shown variables.");
    }
    checkTime("/startedAfter", startedAfter);
    checkTime("/startedBefore", startedBefore);
    statuses = Set.copyOf(statuses);
    variables = List.copyOf(variables);
    shown = List.copyOf(shown);
  }

  private static void checkTime(String pointer, @Nullable Instant time) {
    if (time != null && (time.isBefore(FIRST) || time.isAfter(LAST))) {
      throw new RefusedInput(pointer, "Use a time between the years 1900 and 9999.");
    }
  }
}
