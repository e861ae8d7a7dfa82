package io.flowmaster.tasks.internal;

import io.flowmaster.platform.Actor;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.tasks.TaskSearch;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lists of the inbox. What is read does not grow with the number of tasks: the first entries of
 * each list in order, or, when a filter leaves at most {@value #FEW} tasks, those. A count goes up
 * to {@value #MOST_COUNTED}.
 */
@Component
class JdbcTaskSearch {
  static final int MOST_COUNTED = 1_000;
  private static final int FEW = 3_000;

  /** So few that asking the next filter costs more than looking at them. */
  private static final int VERY_FEW = 50;

  /** How far a count looks where it has to look at each entry. */
  private static final int MOST_LOOKED_AT = 5_000;

  /** Entries of several lists that nearly always hold a thousand tasks, if there are as many. */
  private static final int FIRST_LOOK = 1_200;

  private static final String OF_SCOPES =
      """
      select id from tasks_task where tenant = :tenant and id = any(:scopes)
      union all
      select id from tasks_task where tenant = :tenant and execution_id = any(:scopes) and status = 'OPEN'
      """;

  private final JdbcClient jdbc;
  private final JdbcTaskPages pages;
  private final StandIns standIns;
  private final Clock clock;

  JdbcTaskSearch(JdbcClient jdbc, JdbcTaskPages pages, StandIns standIns, Clock clock) {
    this.jdbc = jdbc;
    this.pages = pages;
    this.standIns = standIns;
    this.clock = clock;
  }

  Page<TaskRow> search(Actor actor, TaskSearch search, PageQuery page) {
    TaskQuery query = new TaskQuery(actor, standIns.of(actor), search, clock.instant());
    if (query.isEmpty()) {
      return new Page<>(List.of(), null, page.count() ? 0L : null);
    }
    String[] few = few(query);
    Page<TaskRow> rows =
        Page.of(
            few == null ? pages.read(query, page) : pages.read(query, page, few),
            page,
            query.sorting()::key,
            null);
    if (!page.count()) {
      return rows;
    }
    if (few != null) {
      return counted(rows, count(query, few), true);
    }
    if (query.looksAtEach()) {
      Count found = countAmongFirst(query);
      return counted(rows, found.tasks, found.entries < MOST_LOOKED_AT);
    }
    return counted(rows, count(query), true);
  }

  private static Page<TaskRow> counted(Page<TaskRow> rows, long found, boolean isAll) {
    long atLeast = Math.max(found, rows.items().size());
    return isAll && atLeast <= MOST_COUNTED
        ? new Page<>(rows.items(), rows.nextCursor(), atLeast)
        : new Page<>(rows.items(), rows.nextCursor(), Math.min(atLeast, MOST_COUNTED), false);
  }

  /** The tasks that all filters leave each of which leaves few; null when none does. */
  private String @Nullable [] few(TaskQuery query) {
    Set<String> left = null;
    for (TaskFilter.Finder finder : query.finders()) {
      Map<String, Object> parameters = query.parameters();
      parameters.putAll(query.countScope().membershipParameters());
      List<String> found = find(finder.sql(), parameters);
      if (found.size() <= FEW && finder.ofScopes()) {
        parameters.put("scopes", found.toArray(String[]::new));
        found = find(OF_SCOPES, parameters);
      }
      if (found.size() > FEW) {
        continue;
      }
      if (left == null) {
        left = new HashSet<>(found);
      } else {
        left.retainAll(Set.copyOf(found));
      }
      if (left.size() <= VERY_FEW) {
        break;
      }
    }
    return left == null ? null : left.toArray(String[]::new);
  }

  private List<String> find(String sql, Map<String, Object> parameters) {
    return jdbc.sql(sql + " limit " + (FEW + 1)).params(parameters).query(String.class).list();
  }

  private long count(TaskQuery query, String[] ids) {
    Map<String, Object> parameters = query.parameters();
    parameters.putAll(query.scope().membershipParameters());
    parameters.put("ids", ids);
    return jdbc.sql(query.countOfThese()).params(parameters).query(Long.class).single();
  }

  private long count(TaskQuery query) {
    int lists = query.countScope().lists().size();
    if (lists > 1) {
      Count first = count(query, FIRST_LOOK);
      if (first.tasks > MOST_COUNTED || first.entries < FIRST_LOOK) {
        return first.tasks;
      }
    }
    // So many entries hold more than is counted, since no list has a task twice.
    return count(query, Math.max(1, lists) * (MOST_COUNTED + 1)).tasks;
  }

  private record Count(long tasks, long entries) {}

  private Count countAmongFirst(TaskQuery query) {
    TaskScope scope = query.countScope();
    Map<String, Object> parameters = query.parameters();
    parameters.putAll(scope.membershipParameters());
    parameters.put("most", MOST_LOOKED_AT);
    return jdbc.sql(query.countAmongFirst(scope))
        .params(parameters)
        .query((row, n) -> new Count(row.getLong(1), row.getLong(2)))
        .single();
  }

  private Count count(TaskQuery query, int mostEntries) {
    TaskScope scope = query.countScope();
    Map<String, Object> parameters = query.parameters();
    parameters.putAll(scope.membershipParameters());
    return jdbc.sql(
            "select count(*), coalesce(sum(n), 0) from (select id, count(*) as n from ("
                + query.ids(scope)
                + " limit "
                + mostEntries
                + ") i group by id) c")
        .params(parameters)
        .query((row, n) -> new Count(row.getLong(1), row.getLong(2)))
        .single();
  }
}
