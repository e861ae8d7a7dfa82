package io.flowmaster.tasks.internal;

import static java.util.stream.Collectors.joining;

import io.flowmaster.platform.Actor;
import io.flowmaster.tasks.TaskSearch;
import io.flowmaster.tasks.TaskSearch.View;
import io.flowmaster.tasks.TaskStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The SQL of one search of the inbox; every value is a parameter, {@code :limit} the caller's to
 * write out.
 *
 * <p>A page is the first entries of each list that the search reads, each read in order from one
 * index. What a filter makes rare is found by the filter instead and sorted.
 */
final class TaskQuery {
  private final TaskSearch search;
  private final TaskOrder order;
  private final boolean descending;
  private final @Nullable TaskScope scope;
  private final List<TaskFilter> filters;
  private final Map<String, Object> parameters = new LinkedHashMap<>();

  TaskQuery(Actor actor, List<StandIn> standIns, TaskSearch search, Instant now) {
    this.search = search;
    TaskSearch.Sort sort = search.sort();
    order = sort == null ? usualOrder(search.view()) : TaskOrder.of(sort.by());
    descending =
        sort == null
            ? !order.isInEntries() || order == TaskOrder.ESCALATED
            : sort.descending() != (sort.by() == TaskSearch.Sort.Field.PRIORITY);
    boolean never = order == TaskOrder.ENDED && TaskScope.status(search) == TaskStatus.OPEN;
    scope = never ? null : TaskScope.of(actor, standIns, search);
    filters = TaskFilter.of(search, now);
    if (scope != null && scope.isListed()) {
      filters.addAll(StandInFilter.of(actor, standIns, search.view()));
    }
    if (order == TaskOrder.ENDED) {
      filters.add(new TaskFilter("#.ended_at is not null", false, Map.of(), null));
    }
    parameters.put("tenant", actor.tenant().value());
    filters.forEach(filter -> parameters.putAll(filter.parameters()));
  }

  private static TaskOrder usualOrder(@Nullable View view) {
    if (view == View.COMPLETED) {
      return TaskOrder.ENDED;
    }
    return view == View.ESCALATED ? TaskOrder.ESCALATED : TaskOrder.DUE;
  }

  /** Whether there can be no such task. */
  boolean isEmpty() {
    return scope == null;
  }

  TaskOrder order() {
    return order;
  }

  /** The parameters that each of the statements may use. */
  Map<String, Object> parameters() {
    return new LinkedHashMap<>(parameters);
  }

  TaskScope scope() {
    return Objects.requireNonNull(scope);
  }

  /**
   * The lists or tasks that a page comes from. Overdue ones by due date begin every list; in
   * another order, and escalated ones always, they have lists of their own.
   */
  TaskScope pageScope() {
    return needsOverdueLists() ? scope().marked(TaskLists.OVERDUE) : countScope();
  }

  TaskScope countScope() {
    boolean marked = isOpen() && search.view() == View.ESCALATED;
    return marked ? scope().marked(TaskLists.ESCALATED) : scope();
  }

  /** Whether tasks that became overdue a moment ago have to be looked for by due date. */
  boolean needsOverdueLists() {
    return isOpen() && search.view() == View.OVERDUE && order != TaskOrder.DUE;
  }

  private boolean isOpen() {
    return TaskScope.status(search) == TaskStatus.OPEN;
  }

  /** Whether a filter has to look at each entry, unless few tasks meet it. */
  boolean looksAtEach() {
    return search.text() != null;
  }

  /** Selects the ids of the few that a filter leaves, for each filter that may leave few. */
  List<String> finders() {
    List<String> finders = new ArrayList<>();
    filters.stream().filter(f -> f.finder() != null).map(TaskFilter::finder).forEach(finders::add);
    boolean narrowed =
        search.processKey() != null || search.dueBefore() != null || search.dueWithin() != null;
    if (narrowed && order != TaskOrder.DUE) {
      finders.add(ids(countScope()));
    }
    return finders;
  }

  /** One row more than a page, so that it shows whether there is a next one. */
  String pageSql(ListPages pages, boolean pending, boolean afterCursor) {
    TaskScope from = pageScope();
    String rows = from.isListed() ? ofLists(pages, from, afterCursor) : ofTasks(from, afterCursor);
    if (pending) {
      rows = rows + " union all (" + ofThese(scope(), ":pending", afterCursor) + ")";
    }
    return "select t.* from (select distinct * from ("
        + rows
        + ") u order by "
        + ordering("u.", "id")
        + " limit :limit) k join tasks_task t on t.id = k.id order by "
        + ordering("k.", "id");
  }

  /** A page of the tasks whose ids are {@code :ids}. */
  String pageOfThese(boolean afterCursor) {
    return "select t.* from ("
        + ofThese(scope(), ":ids", afterCursor)
        + ") k join tasks_task t on t.id = k.id order by "
        + ordering("k.", "id");
  }

  /** How many of {@code :ids} there are. */
  String countOfThese() {
    return "select count(*) from tasks_task t where t.tenant = :tenant and t.id = any(:ids) and "
        + scope().membership()
        + conditions("t");
  }

  /** The ids of entries or tasks, those of a task in several lists as often as it is listed. */
  String ids(TaskScope from) {
    return from.isListed()
        ? "select e.task_id as id"
            + entries()
            + " and e.list = any(:memberOf)"
            + conditionsOnEntries(from)
        : "select t.id as id from tasks_task t where t.tenant = :tenant and "
            + from.membership()
            + conditions("t");
  }

  /**
   * Counts tasks among the first {@code :most} entries or tasks, and these; for filters that have
   * to look at each.
   */
  String countAmongFirst(TaskScope from) {
    String alias = from.isListed() ? "e" : "t";
    String first =
        from.isListed()
            ? "select e.*, e.task_id as id from tasks_entry e where e.tenant = :tenant and e.list = any(:memberOf)"
            : "select t.* from tasks_task t where t.tenant = :tenant and " + from.membership();
    String joined =
        filters.stream().allMatch(TaskFilter::inEntries) || !from.isListed()
            ? ""
            : " join tasks_task t on t.id = e.task_id";
    return "select count(distinct case when true"
        + conditions(alias)
        + " then "
        + alias
        + ".id end), count(*) from ("
        + first
        + " limit :most) "
        + alias
        + joined;
  }

  private String ofLists(ListPages pages, TaskScope from, boolean afterCursor) {
    return pages.sql(
        columns("e.") + "e.task_id as id",
        entries(),
        conditionsOnEntries(from) + after("e.", "e.task_id", afterCursor),
        " order by " + ordering("e.", "task_id"),
        from.lists().size());
  }

  private String ofTasks(TaskScope from, boolean afterCursor) {
    return "(select "
        + columns("t.")
        + "t.id from tasks_task t where t.tenant = :tenant and "
        + from.membership()
        + conditions("t")
        + after("t.", "t.id", afterCursor)
        + " order by "
        + ordering("t.", "id")
        + " limit :limit)";
  }

  private String ofThese(TaskScope from, String ids, boolean afterCursor) {
    return "select "
        + columns("t.")
        + "t.id from tasks_task t where t.tenant = :tenant and t.id = any("
        + ids
        + ") and "
        + from.membership()
        + conditions("t")
        + after("t.", "t.id", afterCursor)
        + " order by "
        + ordering("t.", "id")
        + " limit :limit";
  }

  private String entries() {
    boolean enough = filters.stream().allMatch(TaskFilter::inEntries);
    return (enough
            ? " from tasks_entry e"
            : " from tasks_entry e join tasks_task t on t.id = e.task_id")
        + " where e.tenant = :tenant";
  }

  private String conditions(String alias) {
    return conditions(filters.stream(), alias);
  }

  private String conditionsOnEntries(TaskScope from) {
    return conditions(filters.stream().filter(filter -> !filter.isMetBy(from)), "e");
  }

  private static String conditions(Stream<TaskFilter> filters, String alias) {
    return filters
        .map(f -> " and " + f.on(alias.equals("e") && !f.inEntries() ? "t" : alias))
        .collect(joining());
  }

  private String columns(String alias) {
    return order.columns().stream().map(column -> alias + column + ", ").collect(joining());
  }

  private String after(String alias, String id, boolean afterCursor) {
    if (!afterCursor) {
      return "";
    }
    String values =
        IntStream.rangeClosed(0, order.columns().size())
            .mapToObj(i -> ":k" + i)
            .collect(joining(", "));
    return " and (%s%s) %s (%s)".formatted(columns(alias), id, descending ? "<" : ">", values);
  }

  private String ordering(String alias, String id) {
    List<String> columns = new ArrayList<>(order.columns());
    columns.add(id);
    return columns.stream()
        .map(column -> alias + column + (descending ? " desc" : ""))
        .collect(joining(", "));
  }
}
