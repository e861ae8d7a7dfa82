package io.flowmaster.executions;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to do to which executions; exactly one of {@code ids} and {@code filter} is given.
 *
 * @param ids at most 10,000; ones that are not there fail by themselves
 * @param message the name of the message, for {@link Action#MESSAGE} alone
 * @param variables set in each execution that receives the message
 * @param reason shown with the job, and in the history of what it cancels
 */
public record NewExecutionBulk(
    Action action,
    @Nullable List<String> ids,
    @Nullable ExecutionSearch filter,
    @Nullable String message,
    Map<String, JsonNode> variables,
    @Nullable String reason) {

  /** What to do to each. */
  public enum Action {
    PAUSE,
    RESUME,
    CANCEL,
    RETRY,
    MESSAGE
  }

  public NewExecutionBulk {
    if ((ids == null) == (filter == null)) {
      throw new RefusedInput("/filter", "Name the executions by ids or by filter.");
    }
    if ((message == null) == (action == Action.MESSAGE)) {
      throw new RefusedInput("/message", "Name a message for the action MESSAGE, and only for it.");
    }
    for (int i = 0; ids != null && i < ids.size(); i++) {
      RefusedInput.checkText("/ids/" + i, ids.get(i), 64);
    }
    RefusedInput.checkText("/message", message, 255);
    RefusedInput.checkText("/reason", reason, 1000);
  }
}
