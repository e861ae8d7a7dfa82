package io.flowmaster.processes.internal;

import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.TenantId;
import io.flowmaster.processes.ProcessComment;
import io.flowmaster.processes.ProcessId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of remarks; callers have checked that the process is their tenant's. */
@Component
class JdbcCommentStore {
  private final JdbcClient jdbc;

  JdbcCommentStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Page<ProcessComment> page(
      ProcessId process, @Nullable String element, @Nullable Boolean resolved, PageQuery page) {
    Map<String, Object> values = new HashMap<>(Map.of("process", process.value()));
    StringBuilder where = new StringBuilder(" from processes_comment where process_id = :process");
    if (element != null) {
      where.append(" and element_id = :element");
      values.put("element", element);
    }
    if (resolved != null) {
      where.append(resolved ? " and resolved_at is not null" : " and resolved_at is null");
    }
    Long total =
        page.count()
            ? jdbc.sql("select count(*)" + where).params(values).query(Long.class).single()
            : null;
    values.put("after", page.cursor() == null ? "" : page.cursor().string(0));
    values.put("limit", page.limit() + 1);
    List<ProcessComment> rows =
        jdbc.sql("select *" + where + " and id > :after order by id limit :limit")
            .params(values)
            .query(JdbcCommentStore::comment)
            .list();
    return Page.of(rows, page, comment -> List.of(comment.id()), total);
  }

  long count(ProcessId process) {
    return jdbc.sql("select count(*) from processes_comment where process_id = :process")
        .param("process", process.value())
        .query(Long.class)
        .single();
  }

  /** The row, locked until the transaction ends. */
  Optional<ProcessComment> lock(ProcessId process, String id) {
    return jdbc.sql(
            "select * from processes_comment where process_id = :process and id = :id for update")
        .param("process", process.value())
        .param("id", id)
        .query(JdbcCommentStore::comment)
        .optional();
  }

  void insert(TenantId tenant, ProcessId process, ProcessComment comment) {
    jdbc.sql(
            """
            insert into processes_comment (id, tenant, process_id, element_id, message, author, author_name, at)
            values (:id, :tenant, :process, :element, :message, :author, :name, :at)
            """)
        .param("id", comment.id())
        .param("tenant", tenant.value())
        .param("process", process.value())
        .param("element", comment.element())
        .param("message", comment.message())
        .param("author", comment.author())
        .param("name", comment.authorName())
        .param("at", Timestamp.from(comment.at()))
        .update();
  }

  void settle(String id, @Nullable Instant at, @Nullable String by) {
    jdbc.sql("update processes_comment set resolved_at = :at, resolved_by = :by where id = :id")
        .param("at", at == null ? null : Timestamp.from(at), Types.TIMESTAMP)
        .param("by", by, Types.VARCHAR)
        .param("id", id)
        .update();
  }

  void delete(String id) {
    jdbc.sql("delete from processes_comment where id = :id").param("id", id).update();
  }

  private static ProcessComment comment(ResultSet row, int number) throws SQLException {
    Timestamp resolved = row.getTimestamp("resolved_at");
    return new ProcessComment(
        row.getString("id"),
        row.getString("element_id"),
        row.getString("message"),
        row.getString("author"),
        row.getString("author_name"),
        row.getTimestamp("at").toInstant(),
        resolved == null ? null : resolved.toInstant(),
        row.getString("resolved_by"));
  }
}
