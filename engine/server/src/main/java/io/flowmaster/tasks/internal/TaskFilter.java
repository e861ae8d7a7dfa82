package io.flowmaster.tasks.internal;

import io.flowmaster.tasks.TaskSearch;
import io.flowmaster.tasks.TaskSearch.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A condition of a search, and how the few tasks that meet it are found when they are few.
 *
 * @param condition with {@code #} for whatever has the task's columns and {@code @} for its id
 * @param inEntries whether the entries of lists have the columns
 * @param parameters its values
 * @param finder of those that meet it; null when nothing but reading all finds them
 */
record TaskFilter(
    String condition, boolean inEntries, Map<String, Object> parameters, @Nullable Finder finder) {

  /**
   * Selects ids.
   *
   * @param ofScopes whether they are of tasks or executions that hold what is looked for, and not
   *     of the tasks themselves
   */
  record Finder(String sql, boolean ofScopes) {
    static Finder ofTasks(String sql) {
      return new Finder(sql, false);
    }
  }

  /**
   * Keeps PostgreSQL from reading all tasks that have a word before it looks at the first entry: a
   * subquery with an offset is asked for each entry that is reached.
   */
  static final String ONE_BY_ONE = " offset 0)";

  private static final String IS_OVERDUE = "#.due < :now";
  private static final String IS_ESCALATED = "#.escalated_at is not null";

  static List<TaskFilter> of(TaskSearch search, Instant now) {
    List<TaskFilter> filters = new ArrayList<>();
    if (search.executionId() != null) {
      filters.add(
          new TaskFilter(
              "#.execution_id = :execution",
              false,
              Map.of("execution", search.executionId()),
              Finder.ofTasks(
                  "select id from tasks_task where tenant = :tenant and execution_id = :execution")));
    }
    if (search.text() != null) {
      words(filters, search.text());
    }
    filters.addAll(VariableFilter.of(search));
    if (search.processKey() != null) {
      filters.add(
          new TaskFilter(
              "#.process_key = :processKey",
              true,
              Map.of("processKey", search.processKey()),
              null));
    }
    if (search.dueBefore() != null) {
      filters.add(dueBefore("dueBefore", search.dueBefore()));
    }
    if (search.dueWithin() != null) {
      filters.add(dueBefore("dueWithin", now.plus(search.dueWithin())));
    }
    if (search.view() == View.OVERDUE) {
      filters.add(dueBefore("now", now));
    }
    if (search.view() == View.ESCALATED) {
      filters.add(new TaskFilter(IS_ESCALATED, true, Map.of(), null));
    }
    if (search.assignee() != null) {
      filters.add(
          new TaskFilter(
              "#.assignee = :assignee", false, Map.of("assignee", search.assignee()), null));
    }
    return filters;
  }

  private static TaskFilter dueBefore(String name, Instant at) {
    return new TaskFilter("#.due < :" + name, true, Map.of(name, Columns.due(at)), null);
  }

  private static void words(List<TaskFilter> filters, String text) {
    int count = 0;
    for (String word : SearchWords.asked(text)) {
      String range = "%s.word >= :word" + count + " and %s.word < :end" + count;
      filters.add(
          new TaskFilter(
              "exists (select 1 from tasks_word w where w.task_id = @ and "
                  + range.formatted("w", "w")
                  + ONE_BY_ONE,
              true,
              Map.of("word" + count, SearchWords.bytes(word), "end" + count, SearchWords.end(word)),
              Finder.ofTasks(
                  "select task_id from tasks_word v where v.tenant = :tenant and "
                      + range.formatted("v", "v"))));
      count++;
    }
  }

  /** Whether all that such lists hold meets it; then no entry need be looked at for it. */
  boolean isMetBy(TaskScope lists) {
    return (condition.equals(IS_OVERDUE) && lists.isMarked(TaskLists.OVERDUE))
        || (condition.equals(IS_ESCALATED) && lists.isMarked(TaskLists.ESCALATED));
  }

  /** The condition on a row of the given alias. */
  String on(String alias) {
    return condition
        .replace("#", alias)
        .replace("@", alias.equals("e") ? "e.task_id" : alias + ".id");
  }
}
