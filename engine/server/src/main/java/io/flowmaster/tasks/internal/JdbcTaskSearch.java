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
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
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

  private final JdbcClient jdbc;
  private final JdbcTaskStore store;
  private final StandIns standIns;
  private final Clock clock;
  private final ListPages pages;

  JdbcTaskSearch(
      JdbcClient jdbc, DataSource database, JdbcTaskStore store, StandIns standIns, Clock clock)
      throws MetaDataAccessException {
    this.jdbc = jdbc;
    this.store = store;
    this.standIns = standIns;
    this.clock = clock;
    this.pages =
        ListPages.of(
            JdbcUtils.extractDatabaseMetaData(database, meta -> meta.getDatabaseProductName()));
  }

  Page<TaskRow> search(Actor actor, TaskSearch search, PageQuery page) {
    TaskQuery query = new TaskQuery(actor, standIns.of(actor), search, clock.instant());
    if (query.isEmpty()) {
      return new Page<>(List.of(), null, page.count() ? 0L : null);
    }
    String[] few = few(query);
    Page<TaskRow> rows =
        Page.of(
            few == null ? page(query, page) : page(query, page, few),
            page,
            query.order()::key,
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
    for (String finder : query.finders()) {
      Map<String, Object> parameters = query.parameters();
      parameters.putAll(query.countScope().membershipParameters());
      List<String> found =
          jdbc.sql(finder + " limit " + (FEW + 1)).params(parameters).query(String.class).list();
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

  private List<TaskRow> page(TaskQuery query, PageQuery page) {
    Map<String, Object> parameters = parameters(query, page);
    TaskScope scope = query.pageScope();
    parameters.putAll(scope.parameters());
    String[] pending = query.needsOverdueLists() ? justOverdue(query) : new String[0];
    if (pending.length > 0) {
      parameters.putAll(query.scope().membershipParameters());
      parameters.put("pending", pending);
    }
    pages.bind(scope.lists(), parameters);
    String sql = query.pageSql(pages, pending.length > 0, page.cursor() != null);
    return rows(sql, parameters, page.limit() + 1);
  }

  private List<TaskRow> page(TaskQuery query, PageQuery page, String[] ids) {
    Map<String, Object> parameters = parameters(query, page);
    parameters.putAll(query.scope().membershipParameters());
    parameters.put("ids", ids);
    return rows(query.pageOfThese(page.cursor() != null), parameters, page.limit() + 1);
  }

  private static Map<String, Object> parameters(TaskQuery query, PageQuery page) {
    Map<String, Object> parameters = query.parameters();
    if (page.cursor() != null) {
      query.order().bind(page.cursor(), parameters);
    }
    return parameters;
  }

  /**
   * Limits are written out: H2 keeps what a subquery has read for the next call of the same
   * statement, even when that call asks for more rows.
   */
  private List<TaskRow> rows(String sql, Map<String, Object> parameters, int limit) {
    String limited = sql.replace(":limit", Integer.toString(limit));
    return jdbc.sql(limited).params(parameters).query(store::row).list();
  }

  /** Became overdue since the lists of overdue tasks were last brought up to date. */
  private String[] justOverdue(TaskQuery query) {
    return jdbc.sql(
            """
            select id from tasks_task where overdue_from < :now and tenant = :tenant
            order by overdue_from limit 1000
            """)
        .params(query.parameters())
        .query(String.class)
        .list()
        .toArray(String[]::new);
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
