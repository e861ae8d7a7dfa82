package io.flowmaster.processes.internal;

import io.flowmaster.platform.Cursor;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.TenantId;
import io.flowmaster.processes.ProcessFolder;
import io.flowmaster.processes.ProcessSearch;
import io.flowmaster.processes.ProcessSearch.Sort;
import io.flowmaster.processes.ProcessStatus;
import io.flowmaster.processes.ProcessView;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of the catalogue. */
@Component
class JdbcProcessSearch {
  private final JdbcClient jdbc;

  JdbcProcessSearch(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Page<ProcessView> page(TenantId tenant, ProcessSearch search, PageQuery page) {
    Map<String, Object> values = new HashMap<>();
    String where = where(tenant, search, values);
    Long total = page.count() ? count(where, values) : null;
    String order = order(search.sort());
    String after = page.cursor() == null ? "" : after(search.sort(), page.cursor(), values);
    values.put("limit", page.limit() + 1);
    List<ProcessView> rows =
        jdbc.sql("select * from processes_process p" + where + after + order + " limit :limit")
            .params(values)
            .query((row, n) -> JdbcProcessStore.view(row, List.of()))
            .list();
    return Page.of(withTags(rows), page, row -> key(search.sort(), row), total);
  }

  Page<ProcessFolder> folders(TenantId tenant, @Nullable ProcessStatus status, PageQuery page) {
    Map<String, Object> values = new HashMap<>();
    String where =
        where(tenant, new ProcessSearch(null, null, null, status, Sort.NAME_ASC), values);
    Long total =
        page.count()
            ? one(
                "select count(distinct p.folder) from processes_process p"
                    + where
                    + " and p.folder <> ''",
                values)
            : null;
    values.put("after", page.cursor() == null ? "" : page.cursor().string(0));
    values.put("limit", page.limit() + 1);
    List<ProcessFolder> rows =
        jdbc.sql(
                "select p.folder, count(*) from processes_process p"
                    + where
                    + " and p.folder > :after group by p.folder order by p.folder limit :limit")
            .params(values)
            .query((row, n) -> new ProcessFolder(row.getString(1), row.getInt(2)))
            .list();
    return Page.of(rows, page, folder -> List.of(folder.path()), total);
  }

  private static String where(TenantId tenant, ProcessSearch search, Map<String, Object> values) {
    StringBuilder where = new StringBuilder(" where p.tenant = :tenant");
    values.put("tenant", tenant.value());
    if (search.status() == null) {
      where.append(" and p.status <> 'ARCHIVED'");
    } else {
      where.append(" and p.status = :status");
      values.put("status", search.status().name());
    }
    if (search.q() != null && !search.q().isBlank()) {
      where.append(" and p.search_text like :q escape '!'");
      values.put("q", "%" + escaped(JdbcProcessStore.folded(search.q().strip())) + "%");
    }
    if (search.tag() != null && !search.tag().isBlank()) {
      where.append(
          " and exists (select 1 from processes_tag t where t.process_id = p.id and t.tag = :tag)");
      values.put("tag", search.tag());
    }
    if (search.folder() != null) {
      where.append(" and p.folder = :folder");
      values.put("folder", search.folder().path());
    }
    return where.toString();
  }

  private static String after(Sort sort, Cursor cursor, Map<String, Object> values) {
    boolean byName = sort == Sort.NAME_ASC || sort == Sort.NAME_DESC;
    values.put("at", byName ? cursor.string(0) : Timestamp.from(cursor.instant(0)));
    values.put("id", cursor.string(1));
    return " and (" + column(sort) + ", p.id) " + (descends(sort) ? "<" : ">") + " (:at, :id)";
  }

  private static String order(Sort sort) {
    String direction = descends(sort) ? " desc" : "";
    return " order by " + column(sort) + direction + ", p.id" + direction;
  }

  private static String column(Sort sort) {
    return sort == Sort.NAME_ASC || sort == Sort.NAME_DESC ? "p.name_folded" : "p.updated_at";
  }

  private static boolean descends(Sort sort) {
    return sort == Sort.NAME_DESC || sort == Sort.UPDATED_DESC;
  }

  private static List<?> key(Sort sort, ProcessView row) {
    boolean byName = sort == Sort.NAME_ASC || sort == Sort.NAME_DESC;
    Object first = byName ? JdbcProcessStore.folded(row.name()) : row.updatedAt();
    return List.of(first, row.id().value());
  }

  private Long one(String sql, Map<String, Object> values) {
    return jdbc.sql(sql).params(values).query(Long.class).single();
  }

  private Long count(String where, Map<String, Object> values) {
    return one("select count(*) from processes_process p" + where, values);
  }

  private List<ProcessView> withTags(List<ProcessView> rows) {
    if (rows.isEmpty()) {
      return rows;
    }
    Map<String, List<String>> tags = new HashMap<>();
    jdbc.sql("select process_id, tag from processes_tag where process_id in (:ids) order by tag")
        .param("ids", rows.stream().map(row -> row.id().value()).toList())
        .query(
            row -> {
              tags.computeIfAbsent(row.getString(1), id -> new ArrayList<>()).add(row.getString(2));
            });
    return rows.stream()
        .map(row -> row.withTags(tags.getOrDefault(row.id().value(), List.of())))
        .toList();
  }

  private static String escaped(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }
}
