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
  private final TaskSorting sorting;
  private final @Nullable TaskScope scope;
  private final List<TaskFilter> filters;
  private final Map<String, Object> parameters = new LinkedHashMap<>();

  TaskQuery(Actor actor, List<StandIn> standIns, TaskSearch search, Instant now) {
    this.search = search;
    sorting = TaskSorting.of(search);
    boolean byEnd = sorting.isBy(TaskOrder.ENDED);
    boolean never = byEnd && TaskScope.status(search) == TaskStatus.OPEN;
    scope = never ? null : TaskScope.of(actor, standIns, search);
    filters = TaskFilter.of(search, now);
    if (scope != null && scope.isListed()) {
      filters.addAll(StandInFilter.of(actor, standIns, search.view()));
    }
    if (byEnd) {
      filters.add(new TaskFilter("#.ended_at is not null", false, Map.of(), null));
    }
    parameters.put("tenant", actor.tenant().value());
    filters.forEach(filter -> parameters.putAll(filter.parameters()));
  }

  /** Whether there can be no such task. */
  boolean isEmpty() {
    return scope == null;
  }

  TaskSorting sorting() {
    return sorting;
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
    return isOpen() && search.view() == View.OVERDUE && sorting.first() != TaskOrder.DUE;
  }

  private boolean isOpen() {
    return TaskScope.status(search) == TaskStatus.OPEN;
  }

  /** Whether a filter has to look at each entry, unless few tasks meet it. */
  boolean looksAtEach() {
    return search.text() != null || !search.variables().isEmpty();
  }

  /** Finds the few that a filter leaves, for each filter that may leave few. */
  List<TaskFilter.Finder> finders() {
    List<TaskFilter.Finder> finders = new ArrayList<>();
    filters.stream().map(TaskFilter::finder).filter(Objects::nonNull).forEach(finders::add);
    boolean narrowed =
        search.processKey() != null || search.dueBefore() != null || search.dueWithin() != null;
    if (narrowed && sorting.first() != TaskOrder.DUE) {
      finders.add(TaskFilter.Finder.ofTasks(ids(countScope())));
    }
    return finders;
  }

  /** One row more than a page, so that it shows whether there is a next one. */
  String pageSql(ListPages pages, boolean pending, boolean afterCursor) {
    return rowsOf(
        "t.*",
        "select distinct * from ("
            + first(pages, pending, after(afterCursor), sorting::ordering)
            + ") u");
  }

  /** Entries that are as the cursor in the first column, at most {@code :limit} of each list. */
  String alikeSql(ListPages pages, boolean pending) {
    return "select count(*) from (select * from ("
        + first(pages, pending, (alias, id) -> sorting.alike(alias), this::firstOrdering)
        + ") u limit :limit) c";
  }

  /** The first column's values in a page, in order; rows that are alike in it stand anyhow. */
  String boundSql(ListPages pages, boolean pending, boolean afterCursor) {
    return "select u."
        + sorting.first().column()
        + " from (select distinct * from ("
        + first(pages, pending, after(afterCursor), this::firstOrdering)
        + ") r) u order by "
        + sorting.firstOrdering("u.")
        + " limit :limit";
  }

  /**
   * As {@link #pageSql}, of the entries up to {@code :bound} in the first column, in the order of
   * all columns; column {@code n} says how many entries were sorted. No more than {@code :most}
   * are.
   */
  String sortedSql(ListPages pages, boolean pending, boolean afterCursor, boolean bounded) {
    Narrowing after = after(afterCursor);
    Narrowing narrowing =
        bounded ? (alias, id) -> after.of(alias, id) + sorting.upTo(alias) : after;
    return rowsOf(
        "t.*, k.n",
        "select distinct * from (select c.*, count(*) over () as n from (select * from ("
            + first(pages, pending, narrowing, this::firstOrdering).replace(":limit", ":most")
            + ") r limit :most) c) u");
  }

  private String rowsOf(String columns, String entries) {
    return "select "
        + columns
        + " from ("
        + entries
        + " order by "
        + sorting.ordering("u.", "id")
        + " limit :limit) k join tasks_task t on t.id = k.id order by "
        + sorting.ordering("k.", "id");
  }

  /** A page of the tasks whose ids are {@code :ids}. */
  String pageOfThese(boolean afterCursor) {
    return "select t.* from ("
        + ofThese(scope(), ":ids", after(afterCursor), sorting::ordering)
        + ") k join tasks_task t on t.id = k.id order by "
        + sorting.ordering("k.", "id");
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

  /** A condition more on rows of an alias, or their order. */
  private interface Narrowing {
    String of(String alias, String id);
  }

  private Narrowing after(boolean afterCursor) {
    return afterCursor ? sorting::after : (alias, id) -> "";
  }

  /** The first rows of each list, and those that belong there since a moment ago. */
  private String first(ListPages pages, boolean pending, Narrowing narrowing, Narrowing order) {
    TaskScope from = pageScope();
    String rows =
        from.isListed() ? ofLists(pages, from, narrowing, order) : ofTasks(from, narrowing, order);
    return pending
        ? rows + " union all (" + ofThese(scope(), ":pending", narrowing, order) + ")"
        : rows;
  }

  private String ofLists(ListPages pages, TaskScope from, Narrowing narrowing, Narrowing order) {
    return pages.sql(
        sorting.columns("e.") + "e.task_id as id",
        entries(),
        conditionsOnEntries(from) + narrowing.of("e.", "e.task_id"),
        " order by " + order.of("e.", "task_id"),
        from.lists().size());
  }

  private String ofTasks(TaskScope from, Narrowing narrowing, Narrowing order) {
    return "(select "
        + sorting.columns("t.")
        + "t.id from tasks_task t where t.tenant = :tenant and "
        + from.membership()
        + conditions("t")
        + narrowing.of("t.", "t.id")
        + " order by "
        + order.of("t.", "id")
        + " limit :limit)";
  }

  private String ofThese(TaskScope from, String ids, Narrowing narrowing, Narrowing order) {
    return "select "
        + sorting.columns("t.")
        + "t.id from tasks_task t where t.tenant = :tenant and t.id = any("
        + ids
        + ") and "
        + from.membership()
        + conditions("t")
        + narrowing.of("t.", "t.id")
        + " order by "
        + order.of("t.", "id")
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

  private String firstOrdering(String alias, String id) {
    return sorting.firstOrdering(alias);
  }
}
