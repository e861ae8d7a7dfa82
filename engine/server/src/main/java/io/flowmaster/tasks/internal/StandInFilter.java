package io.flowmaster.tasks.internal;

import io.flowmaster.platform.Actor;
import io.flowmaster.tasks.TaskSearch.View;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Of the lists of a person whose substitute somebody is for some processes only, the tasks of these
 * processes; of one's own lists, all.
 */
final class StandInFilter {
  private static final String CONDITION =
      "exists (select 1 from tasks_entry r where r.task_id = @"
          + " and (r.list = any(:wholeLists) or r.list || ' ' || r.process_key = any(:partsOfLists)))";

  private StandInFilter() {}

  /** Nothing to filter by, as a rule. */
  static List<TaskFilter> of(Actor me, List<StandIn> standIns, @Nullable View view) {
    Set<String> whole = new HashSet<>(TaskScope.lists(me, view));
    Set<String> parts = new HashSet<>();
    for (StandIn each : standIns) {
      for (String list : TaskScope.lists(each.rights(), view)) {
        if (each.processKeys().isEmpty()) {
          whole.add(list);
        } else {
          each.processKeys().forEach(key -> parts.add(list + " " + key));
        }
      }
    }
    return parts.isEmpty()
        ? List.of()
        : List.of(
            new TaskFilter(
                CONDITION,
                true,
                Map.of(
                    "wholeLists",
                    whole.toArray(String[]::new),
                    "partsOfLists",
                    parts.toArray(String[]::new)),
                null));
  }
}
