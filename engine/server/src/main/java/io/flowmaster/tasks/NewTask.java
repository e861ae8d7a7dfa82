package io.flowmaster.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A task that no process makes.
 *
 * @param form a form-js schema; null when any answer will do
 * @param variables what the form shows at first
 */
public record NewTask(
    String name,
    @Nullable String description,
    @Nullable String assignee,
    List<String> candidateGroups,
    List<String> candidateUsers,
    @Nullable Instant dueAt,
    @Nullable Instant followUpAt,
    int priority,
    @Nullable JsonNode form,
    Map<String, JsonNode> variables) {

  /** The priority of a task for which none is given. */
  public static final int USUAL_PRIORITY = 50;
}
