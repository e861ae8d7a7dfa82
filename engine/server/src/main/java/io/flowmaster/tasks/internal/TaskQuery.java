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
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The SQL of one list of the inbox; every value is a parameter. */
final class TaskQuery {
  private static final List<String> ON_CANDIDATES = List.of("due");
  private final Map<String, Object> parameters = new LinkedHashMap<>();
  private final List<Filter> filters = new ArrayList<>();
  private final List<Branch> branches = new ArrayList<>();
  private final TaskOrder order;
  private final boolean descending;

  /** A condition on a column of the task; {@code column} is null when it reads several. */
  private record Filter(@Nullable String column, String condition) {
    boolean canReadCandidates() {
      return column != null && ON_CANDIDATES.contains(column);
    }
  }

  /** Where rows come from: the tasks themselves (t) or what a candidate may claim (c). */
  private record Branch(boolean ofCandidate, String condition) {}

  TaskQuery(Actor actor, TaskSearch search, Instant now) {
    TaskStatus status = status(search);
    TaskSearch.Sort sort = search.sort();
    order = sort == null ? usualOrder(search.view()) : TaskOrder.of(sort.by());
    descending =
        sort == null
            ? !order.isInCandidates()
            : sort.descending() != (sort.by() == TaskSearch.Sort.Field.PRIORITY);
    parameters.put("tenant", actor.tenant().value());
    parameters.put("status", status.name());
    branches(actor, search.view(), status);
    filters(search, now);
    if (order == TaskOrder.ENDED) {
      filters.add(new Filter("ended_at", "t.ended_at is not null"));
    }
  }

  private static TaskStatus status(TaskSearch search) {
    if (search.status() != null) {
      return search.status();
    }
    return search.view() == View.COMPLETED ? TaskStatus.COMPLETED : TaskStatus.OPEN;
  }

  private static TaskOrder usualOrder(@Nullable View view) {
    if (view == View.COMPLETED) {
      return TaskOrder.ENDED;
    }
    return view == View.ESCALATED ? TaskOrder.ESCALATED : TaskOrder.DUE;
  }

  private void branches(Actor actor, @Nullable View view, TaskStatus status) {
    if (view == View.COMPLETED) {
      branches.add(new Branch(false, "t.completed_by = :me and t.status = :status"));
      parameters.put("me", actor.id().value());
      return;
    }
    boolean seesAll = TaskAccess.seesAll(actor);
    if (view == View.ALL || (seesAll && view != View.MINE && view != View.GROUP)) {
      branches.add(new Branch(false, "t.status = :status"));
      return;
    }
    if (view != View.GROUP) {
      branches.add(new Branch(false, "t.assignee = :me and t.status = :status"));
      parameters.put("me", actor.id().value());
    }
    if (view != View.MINE && status == TaskStatus.OPEN) {
      candidates(actor);
    }
  }

  private void candidates(Actor actor) {
    int count = 0;
    for (Candidate candidate : TaskAccess.candidates(actor)) {
      String name = "candidate" + count++;
      branches.add(
          new Branch(
              true,
              "c.kind = '%s' and c.candidate = :%s and c.assigned = false"
                  .formatted(candidate.kind(), name)));
      parameters.put(name, candidate.id());
    }
  }

  private void filters(TaskSearch search, Instant now) {
    if (search.view() == View.OVERDUE) {
      filter("due", "due < :now", "now", Columns.time(now));
    }
    if (search.view() == View.ESCALATED) {
      filters.add(new Filter("escalated_at", "t.escalated_at is not null"));
    }
    if (search.dueBefore() != null) {
      filter("due", "due < :dueBefore", "dueBefore", Columns.due(search.dueBefore()));
    }
    if (search.processKey() != null) {
      filter("process_key", "process_key = :processKey", "processKey", search.processKey());
    }
    if (search.executionId() != null) {
      filter("execution_id", "execution_id = :execution", "execution", search.executionId());
    }
    if (search.assignee() != null) {
      filter("assignee", "assignee = :assignee", "assignee", search.assignee());
    }
    if (search.text() != null) {
      parameters.put("text", contains(search.text()));
      filters.add(
          new Filter(
              null,
              "(t.name_key like :text escape '!' or lower(t.business_key) like :text escape '!'"
                  + " or lower(t.process_name) like :text escape '!')"));
    }
  }

  private void filter(String column, String condition, String parameter, Object value) {
    filters.add(new Filter(column, "t." + condition));
    parameters.put(parameter, value);
  }

  private static String contains(String text) {
    String literal =
        text.toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_");
    return "%" + literal + "%";
  }

  boolean isEmpty() {
    return branches.isEmpty();
  }

  TaskOrder order() {
    return order;
  }

  Map<String, Object> parameters() {
    return parameters;
  }

  /** One row more than a page, so that it shows whether there is a next one. */
  String pageSql(boolean afterCursor) {
    String keys =
        branches.stream()
            .map(branch -> "(" + pageOf(branch, afterCursor) + ")")
            .collect(joining(" union "));
    return "select t.* from (select * from ("
        + keys
        + ") u order by "
        + ordering("u.", "id")
        + " limit :limit) k join tasks_task t on t.id = k.id order by "
        + ordering("k.", "id");
  }

  private String pageOf(Branch branch, boolean afterCursor) {
    boolean fromCandidates = readsCandidatesOnly(branch);
    String alias = branch.ofCandidate() && order.isInCandidates() ? "c." : "t.";
    String id = branch.ofCandidate() ? "c.task_id" : "t.id";
    StringBuilder sql = new StringBuilder("select ");
    order.columns().forEach(column -> sql.append(alias).append(column).append(", "));
    sql.append(id).append(" as id").append(from(branch, fromCandidates));
    if (afterCursor) {
      String columns =
          order.columns().stream().map(column -> alias + column + ", ").collect(joining());
      String values =
          IntStream.rangeClosed(0, order.columns().size())
              .mapToObj(i -> ":k" + i)
              .collect(joining(", "));
      sql.append(" and (%s%s) %s (%s)".formatted(columns, id, descending ? "<" : ">", values));
    }
    return sql.append(" order by ")
        .append(ordering(alias, null))
        .append(", ")
        .append(id)
        .append(descending ? " desc" : "")
        .append(" limit :limit")
        .toString();
  }

  String countSql() {
    return branches.stream()
        .map(
            branch ->
                "select "
                    + (branch.ofCandidate() ? "c.task_id" : "t.id")
                    + " as id"
                    + from(branch, readsCandidatesOnly(branch)))
        .collect(joining(" union ", "select count(*) from (", ") u"));
  }

  private boolean readsCandidatesOnly(Branch branch) {
    return branch.ofCandidate()
        && order.isInCandidates()
        && filters.stream().allMatch(Filter::canReadCandidates);
  }

  private String from(Branch branch, boolean candidatesOnly) {
    String tables =
        !branch.ofCandidate()
            ? " from tasks_task t where t.tenant = :tenant and "
            : candidatesOnly
                ? " from tasks_candidate c where c.tenant = :tenant and "
                : " from tasks_candidate c join tasks_task t on t.id = c.task_id where c.tenant = :tenant and ";
    String conditions =
        filters.stream()
            .map(
                filter ->
                    " and "
                        + (candidatesOnly
                            ? filter.condition().replace("t.", "c.")
                            : filter.condition()))
            .collect(joining());
    return tables + branch.condition() + conditions;
  }

  private String ordering(String alias, @Nullable String id) {
    List<String> columns = new ArrayList<>(order.columns());
    if (id != null) {
      columns.add(id);
    }
    return columns.stream()
        .map(column -> alias + column + (descending ? " desc" : ""))
        .collect(joining(", "));
  }
}
