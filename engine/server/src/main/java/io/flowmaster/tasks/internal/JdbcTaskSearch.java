package io.flowmaster.tasks.internal;

import io.flowmaster.platform.Actor;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.tasks.TaskSearch;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lists of the inbox. A list is the union of branches (what is assigned to me; what each of my
 * groups may claim), each of which reads one index in order and stops after a page, whatever the
 * number of tasks.
 */
@Component
class JdbcTaskSearch {
  private final JdbcClient jdbc;
  private final JdbcTaskStore store;
  private final Clock clock;

  JdbcTaskSearch(JdbcClient jdbc, JdbcTaskStore store, Clock clock) {
    this.jdbc = jdbc;
    this.store = store;
    this.clock = clock;
  }

  Page<TaskRow> search(Actor actor, TaskSearch search, PageQuery page) {
    TaskQuery query = new TaskQuery(actor, search, clock.instant());
    if (query.isEmpty()) {
      return new Page<>(List.of(), null, page.count() ? 0L : null);
    }
    Map<String, Object> parameters = new LinkedHashMap<>(query.parameters());
    parameters.put("limit", page.limit() + 1);
    if (page.cursor() != null) {
      query.order().bind(page.cursor(), parameters);
    }
    List<TaskRow> rows =
        jdbc.sql(query.pageSql(page.cursor() != null)).params(parameters).query(store::row).list();
    Long total =
        page.count()
            ? jdbc.sql(query.countSql()).params(query.parameters()).query(Long.class).single()
            : null;
    return Page.of(rows, page, query.order()::key, total);
  }
}
