package io.flowmaster.engine;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says which work is not to be handed out. Asked for each new job and external task and for each
 * user task that is answered, so it answers from memory.
 */
public interface HeldWork {

  /** The rules of all tenants. */
  List<WorkRule> rules();

  /** A rule that holds back the user tasks of an activity. */
  default Optional<WorkRule> holding(
      @Nullable String tenant, String process, @Nullable String activity) {
    return rules().stream()
        .filter(rule -> rule.namesUserTask(tenant, process, activity))
        .findFirst();
  }
}
