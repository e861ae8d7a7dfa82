package io.flowmaster.tasks.internal;

import io.flowmaster.platform.Actor;
import io.flowmaster.tasks.TaskSearch;
import io.flowmaster.tasks.TaskSearch.View;
import io.flowmaster.tasks.TaskStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Of which tasks a search picks: of some lists, or of all tasks with a condition.
 *
 * @param lists whose entries; empty when the tasks themselves are asked
 * @param condition what holds for a task {@code t}; null when the lists say it all
 * @param parameters of the condition
 */
record TaskScope(List<String> lists, @Nullable String condition, Map<String, Object> parameters) {

  /** Null when there can be no such task. */
  static @Nullable TaskScope of(Actor actor, List<StandIn> standIns, TaskSearch search) {
    TaskStatus status = status(search);
    View view = search.view();
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("status", status.name());
    String me = actor.id().value();
    if (view == View.COMPLETED) {
      parameters.put("me", me);
      return new TaskScope(List.of(), "t.completed_by = :me and t.status = :status", parameters);
    }
    if (seesAll(actor, view)) {
      return status == TaskStatus.OPEN && search.assignee() != null
          ? new TaskScope(List.of(TaskLists.mine(search.assignee())), null, Map.of())
          : new TaskScope(List.of(), "t.status = :status", parameters);
    }
    if (status == TaskStatus.OPEN) {
      Set<String> lists = new LinkedHashSet<>(lists(actor, view));
      standIns.forEach(each -> lists.addAll(lists(each.rights(), view)));
      return new TaskScope(List.copyOf(lists), null, Map.of());
    }
    parameters.put("me", me);
    return view == View.GROUP
        ? null
        : new TaskScope(List.of(), "t.assignee = :me and t.status = :status", parameters);
  }

  private static boolean seesAll(Actor actor, @Nullable View view) {
    return view == View.ALL
        || (TaskAccess.seesAll(actor) && view != View.MINE && view != View.GROUP);
  }

  static TaskStatus status(TaskSearch search) {
    if (search.status() != null) {
      return search.status();
    }
    return search.view() == View.COMPLETED ? TaskStatus.COMPLETED : TaskStatus.OPEN;
  }

  /** Where a person finds open tasks, managers' view of everything aside. */
  static List<String> lists(Actor actor, @Nullable View view) {
    List<String> lists = new ArrayList<>();
    if (view != View.GROUP) {
      lists.add(TaskLists.mine(actor.id().value()));
    }
    if (view != View.MINE) {
      TaskAccess.candidates(actor).forEach(who -> lists.add(TaskLists.offeredTo(who)));
    }
    return lists;
  }

  boolean isListed() {
    return !lists.isEmpty();
  }

  /** The lists of those among them that are overdue or escalated. */
  TaskScope marked(String mark) {
    List<String> marked =
        isListed()
            ? lists.stream().map(list -> mark + list).toList()
            : List.of(mark + TaskLists.ALL);
    return new TaskScope(marked, null, Map.of());
  }

  boolean isMarked(String mark) {
    return isListed() && lists.get(0).startsWith(mark);
  }

  /** What holds for a task {@code t} of this scope, whatever reads it. */
  String membership() {
    return condition != null
        ? condition
        : "exists (select 1 from tasks_entry m where m.task_id = t.id and m.list = any(:memberOf))";
  }

  /** The values of {@link #membership()}. */
  Map<String, Object> membershipParameters() {
    Map<String, Object> all = new LinkedHashMap<>(parameters);
    if (isListed()) {
      all.put("memberOf", lists.toArray(String[]::new));
    }
    return all;
  }
}
