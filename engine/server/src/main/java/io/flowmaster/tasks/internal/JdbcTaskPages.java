package io.flowmaster.tasks.internal;

import io.flowmaster.platform.PageQuery;
import io.flowmaster.tasks.TooManyToSort;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Reads a page of a list. An order that no index has as a whole is read by its first column: the
 * rows that are alike in it where the page begins and where it ends are read and sorted, if they
 * are at most {@value #MOST_SORTED}.
 */
@Component
class JdbcTaskPages {
  static final int MOST_SORTED = 10_000;
  private final JdbcClient jdbc;
  private final JdbcTaskStore store;
  private final ListPages pages;

  JdbcTaskPages(JdbcClient jdbc, DataSource database, JdbcTaskStore store)
      throws MetaDataAccessException {
    this.jdbc = jdbc;
    this.store = store;
    this.pages =
        ListPages.of(
            JdbcUtils.extractDatabaseMetaData(database, meta -> meta.getDatabaseProductName()));
  }

  /** One row more than the page, if there is one. */
  List<TaskRow> read(TaskQuery query, PageQuery page) {
    Map<String, Object> parameters = parameters(query, page);
    TaskScope scope = query.pageScope();
    parameters.putAll(scope.parameters());
    String[] justOverdue = query.needsOverdueLists() ? justOverdue(query) : new String[0];
    boolean pending = justOverdue.length > 0;
    if (pending) {
      parameters.putAll(query.scope().membershipParameters());
      parameters.put("pending", justOverdue);
    }
    pages.bind(scope.lists(), parameters);
    return query.sorting().isIndexed()
        ? rows(query.pageSql(pages, pending, page.cursor() != null), parameters, page)
        : sorted(query, page, pending, parameters);
  }

  /** Of the tasks with these ids, which are few enough to be sorted. */
  List<TaskRow> read(TaskQuery query, PageQuery page, String[] ids) {
    Map<String, Object> parameters = parameters(query, page);
    parameters.putAll(query.scope().membershipParameters());
    parameters.put("ids", ids);
    return rows(query.pageOfThese(page.cursor() != null), parameters, page);
  }

  private List<TaskRow> sorted(
      TaskQuery query, PageQuery page, boolean pending, Map<String, Object> parameters) {
    boolean afterCursor = page.cursor() != null;
    if (afterCursor) {
      requireFew(alike(query, pending, parameters));
    }
    Object bound = bound(query, page, pending, parameters);
    if (bound != null) {
      parameters.put("bound", bound);
    }
    String sql =
        query
            .sortedSql(pages, pending, afterCursor, bound != null)
            .replace(":most", Integer.toString(MOST_SORTED + 1));
    return jdbc.sql(limited(sql, page.limit() + 1))
        .params(parameters)
        .query(
            (row, number) -> {
              requireFew(row.getInt("n"));
              return store.row(row, number);
            })
        .list();
  }

  private int alike(TaskQuery query, boolean pending, Map<String, Object> parameters) {
    return jdbc.sql(limited(query.alikeSql(pages, pending), MOST_SORTED + 1))
        .params(parameters)
        .query(Integer.class)
        .single();
  }

  /** The first column's value in the last row of the page; null when the list ends before. */
  private @Nullable Object bound(
      TaskQuery query, PageQuery page, boolean pending, Map<String, Object> parameters) {
    int wanted = page.limit() + 1;
    Class<?> type = query.sorting().first().type();
    List<?> values =
        jdbc.sql(limited(query.boundSql(pages, pending, page.cursor() != null), wanted))
            .params(parameters)
            .query((row, number) -> (Object) row.getObject(1, type))
            .list();
    return values.size() < wanted ? null : values.get(wanted - 1);
  }

  private static void requireFew(int entries) {
    if (entries > MOST_SORTED) {
      throw new TooManyToSort(MOST_SORTED);
    }
  }

  private static Map<String, Object> parameters(TaskQuery query, PageQuery page) {
    Map<String, Object> parameters = query.parameters();
    if (page.cursor() != null) {
      query.sorting().bind(page.cursor(), parameters);
    }
    return parameters;
  }

  private List<TaskRow> rows(String sql, Map<String, Object> parameters, PageQuery page) {
    return jdbc.sql(limited(sql, page.limit() + 1)).params(parameters).query(store::row).list();
  }

  /**
   * Limits are written out: H2 keeps what a subquery has read for the next call of the same
   * statement, even when that call asks for more rows.
   */
  private static String limited(String sql, int limit) {
    return sql.replace(":limit", Integer.toString(limit));
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
}
