package io.flowmaster.executions;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which tokens to take away and where to put new ones. One of the lists may be empty: then a token
 * is only added or only taken away.
 *
 * @param from activities all of whose tokens are taken away
 * @param to activities that each get one token before them
 * @param variables set before the new tokens go on
 * @param reason shown in the history, at most 1000 characters
 */
public record TokenMove(
    List<String> from, List<String> to, Map<String, JsonNode> variables, @Nullable String reason) {
  public TokenMove {
    if (from.isEmpty() && to.isEmpty()) {
      throw new RefusedInput("/to", "Name at least one activity in from or in to.");
    }
    from = List.copyOf(from);
    to = List.copyOf(to);
    RefusedInput.checkText("/reason", reason, 1000);
  }
}
