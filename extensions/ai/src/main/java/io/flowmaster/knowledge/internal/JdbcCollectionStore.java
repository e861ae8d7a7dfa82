package io.flowmaster.knowledge.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.knowledge.CollectionAccess;
import io.flowmaster.knowledge.CollectionDraft;
import io.flowmaster.knowledge.KnowledgeCollection;
import io.flowmaster.platform.Revision;
import io.flowmaster.platform.TenantId;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Collections in {@code knowledge_collection}. */
@Component
class JdbcCollectionStore {
  private static final String SELECT =
      """
      select c.*, (select count(*) from knowledge_source s
        where s.tenant = c.tenant and s.collection = c.id) as sources
      from knowledge_collection c where c.tenant = :tenant
      """;
  private final JdbcClient jdbc;
  private final ObjectMapper json;

  JdbcCollectionStore(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** What stands in the column {@code content}. */
  record Content(@Nullable String description, CollectionAccess access) {}

  /** What a search has to know of a collection. */
  record Rule(String id, String name, CollectionAccess access) {}

  /** All of the tenant; it has few. */
  List<Rule> rules(TenantId tenant) {
    return jdbc.sql(
            "select id, name, content from knowledge_collection where tenant = :tenant order by name")
        .param("tenant", tenant.value())
        .query((row, n) -> new Rule(row.getString(1), row.getString(2), content(row).access()))
        .list();
  }

  List<KnowledgeCollection> page(TenantId tenant, List<String> ids, String after, int limit) {
    return ids.isEmpty()
        ? List.of()
        : jdbc.sql(SELECT + " and c.id in (:ids) and c.name > :after order by c.name limit :limit")
            .param("tenant", tenant.value())
            .param("ids", ids)
            .param("after", after)
            .param("limit", limit)
            .query(this::view)
            .list();
  }

  long count(TenantId tenant) {
    return jdbc.sql("select count(*) from knowledge_collection where tenant = :tenant")
        .param("tenant", tenant.value())
        .query(Long.class)
        .single();
  }

  Optional<KnowledgeCollection> find(TenantId tenant, String id) {
    return one(SELECT + " and c.id = :id", tenant, id);
  }

  Optional<KnowledgeCollection> lock(TenantId tenant, String id) {
    return jdbc.sql(
            "select id from knowledge_collection where tenant = :tenant and id = :id for update")
        .param("tenant", tenant.value())
        .param("id", id)
        .query(String.class)
        .optional()
        .flatMap(there -> find(tenant, there));
  }

  boolean isTaken(TenantId tenant, String name, String butFor) {
    return jdbc.sql(
                """
                select count(*) from knowledge_collection
                where tenant = :tenant and name = :name and id <> :id
                """)
            .param("tenant", tenant.value())
            .param("name", name)
            .param("id", butFor)
            .query(Long.class)
            .single()
        > 0;
  }

  private Optional<KnowledgeCollection> one(String sql, TenantId tenant, String id) {
    return jdbc.sql(sql)
        .param("tenant", tenant.value())
        .param("id", id)
        .query(this::view)
        .optional();
  }

  void insert(TenantId tenant, String id, CollectionDraft draft, Instant at, String by) {
    written(
            """
            insert into knowledge_collection (tenant, id, name, content, revision, created_by,
              updated_at, updated_by)
            values (:tenant, :id, :name, :content, 1, :by, :at, :by)
            """,
            tenant,
            id,
            draft,
            at,
            by)
        .update();
  }

  void update(TenantId tenant, String id, CollectionDraft draft, Instant at, String by) {
    written(
            """
            update knowledge_collection set name = :name, content = :content,
              revision = revision + 1, updated_at = :at, updated_by = :by
            where tenant = :tenant and id = :id
            """,
            tenant,
            id,
            draft,
            at,
            by)
        .update();
  }

  void delete(TenantId tenant, String id) {
    jdbc.sql("delete from knowledge_collection where tenant = :tenant and id = :id")
        .param("tenant", tenant.value())
        .param("id", id)
        .update();
  }

  private JdbcClient.StatementSpec written(
      String sql, TenantId tenant, String id, CollectionDraft draft, Instant at, String by) {
    try {
      return jdbc.sql(sql)
          .param("tenant", tenant.value())
          .param("id", id)
          .param("name", draft.name())
          .param(
              "content", json.writeValueAsString(new Content(draft.description(), draft.access())))
          .param("at", time(at))
          .param("by", by);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static OffsetDateTime time(Instant at) {
    return at.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
  }

  private KnowledgeCollection view(ResultSet row, int number) throws SQLException {
    Content content = content(row);
    return new KnowledgeCollection(
        row.getString("id"),
        row.getString("name"),
        content.description(),
        content.access(),
        row.getLong("sources"),
        row.getString("created_by"),
        row.getObject("updated_at", OffsetDateTime.class).toInstant(),
        row.getString("updated_by"),
        new Revision(row.getLong("revision")));
  }

  private Content content(ResultSet row) throws SQLException {
    try {
      return json.readValue(row.getString("content"), Content.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
