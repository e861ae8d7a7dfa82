package io.flowmaster.knowledge.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.knowledge.KnowledgeSource;
import io.flowmaster.knowledge.SourceStatus;
import io.flowmaster.platform.TenantId;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sources in {@code knowledge_source}. */
@Component
class JdbcSourceStore {
  private static final String COLUMNS =
      """
      select tenant, id, collection, title, source_key, document, language, attributes, status,
        passages, prepared, cause, created_at, created_by
      from knowledge_source
      """;
  private final JdbcClient jdbc;
  private final ObjectMapper json;

  JdbcSourceStore(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** A source with whose it is. */
  record Owned(TenantId tenant, KnowledgeSource source) {}

  void insert(TenantId tenant, KnowledgeSource source, String content) {
    jdbc.sql(
            """
            insert into knowledge_source (tenant, id, collection, title, source_key, document,
              language, attributes, content, status, passages, prepared, cause, created_at,
              created_by)
            values (:tenant, :id, :collection, :title, :key, :document, :language, :attributes,
              :content, :status, :passages, 0, null, :at, :by)
            """)
        .param("tenant", tenant.value())
        .param("id", source.id())
        .param("collection", source.collection())
        .param("title", source.title())
        .param("key", source.key(), Types.VARCHAR)
        .param("document", source.document(), Types.VARCHAR)
        .param("language", source.language())
        .param("attributes", written(source.attributes()))
        .param("content", content)
        .param("status", source.status().name())
        .param("passages", source.passages())
        .param("at", JdbcCollectionStore.time(source.createdAt()))
        .param("by", source.createdBy())
        .update();
  }

  Optional<KnowledgeSource> find(TenantId tenant, String id) {
    return jdbc.sql(COLUMNS + " where tenant = :tenant and id = :id")
        .param("tenant", tenant.value())
        .param("id", id)
        .query((row, n) -> view(row))
        .optional();
  }

  /** For work that no tenant asked for just now. */
  Optional<Owned> anywhere(String id) {
    return jdbc.sql(COLUMNS + " where id = :id")
        .param("id", id)
        .query((row, n) -> new Owned(new TenantId(row.getString("tenant")), view(row)))
        .optional();
  }

  Optional<KnowledgeSource> lock(TenantId tenant, String id) {
    return jdbc.sql(
            "select id from knowledge_source where tenant = :tenant and id = :id for update")
        .param("tenant", tenant.value())
        .param("id", id)
        .query(String.class)
        .optional()
        .flatMap(there -> find(tenant, there));
  }

  List<KnowledgeSource> page(
      TenantId tenant, String collection, @Nullable String before, int limit) {
    return jdbc.sql(
            COLUMNS
                + """
                 where tenant = :tenant and collection = :collection
                  and (:before = '' or id < :before) order by id desc limit :limit
                """)
        .param("tenant", tenant.value())
        .param("collection", collection)
        .param("before", before == null ? "" : before)
        .param("limit", limit)
        .query((row, n) -> view(row))
        .list();
  }

  long count(TenantId tenant, String collection) {
    return jdbc.sql(
            """
            select count(*) from knowledge_source
            where tenant = :tenant and collection = :collection
            """)
        .param("tenant", tenant.value())
        .param("collection", collection)
        .query(Long.class)
        .single();
  }

  /** Those of the collection with the same key that came before. */
  List<KnowledgeSource> before(TenantId tenant, KnowledgeSource source) {
    return jdbc.sql(
            COLUMNS
                + """
                 where tenant = :tenant and collection = :collection and source_key = :key
                  and id < :id
                """)
        .param("tenant", tenant.value())
        .param("collection", source.collection())
        .param("key", source.key(), Types.VARCHAR)
        .param("id", source.id())
        .query((row, n) -> view(row))
        .list();
  }

  List<KnowledgeSource> ofDocument(TenantId tenant, String document) {
    return jdbc.sql(COLUMNS + " where tenant = :tenant and document = :document")
        .param("tenant", tenant.value())
        .param("document", document)
        .query((row, n) -> view(row))
        .list();
  }

  void prepared(TenantId tenant, String id, int prepared) {
    jdbc.sql("update knowledge_source set prepared = :prepared where tenant = :tenant and id = :id")
        .param("prepared", prepared)
        .param("tenant", tenant.value())
        .param("id", id)
        .update();
  }

  void ended(TenantId tenant, String id, SourceStatus status, @Nullable String cause) {
    jdbc.sql(
            """
            update knowledge_source set status = :status, cause = :cause
            where tenant = :tenant and id = :id
            """)
        .param("status", status.name())
        .param("cause", cause, Types.VARCHAR)
        .param("tenant", tenant.value())
        .param("id", id)
        .update();
  }

  void delete(TenantId tenant, String id) {
    jdbc.sql("delete from knowledge_source where tenant = :tenant and id = :id")
        .param("tenant", tenant.value())
        .param("id", id)
        .update();
  }

  private String written(Map<String, String> attributes) {
    try {
      return json.writeValueAsString(attributes);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private KnowledgeSource view(ResultSet row) throws SQLException {
    try {
      return new KnowledgeSource(
          row.getString("id"),
          row.getString("collection"),
          row.getString("title"),
          row.getString("source_key"),
          row.getString("document"),
          row.getString("language"),
          json.readValue(row.getString("attributes"), new TypeReference<Map<String, String>>() {}),
          SourceStatus.valueOf(row.getString("status")),
          row.getInt("passages"),
          row.getInt("prepared"),
          row.getString("cause"),
          row.getObject("created_at", OffsetDateTime.class).toInstant(),
          row.getString("created_by"));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
