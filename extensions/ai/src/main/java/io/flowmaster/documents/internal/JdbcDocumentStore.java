package io.flowmaster.documents.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.documents.DocumentSearch;
import io.flowmaster.documents.DocumentStatus;
import io.flowmaster.documents.DocumentView;
import io.flowmaster.documents.TextRecognition;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.TenantId;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Documents in {@code documents_document} and who may see them in {@code documents_reader}. */
@Component
class JdbcDocumentStore {
  private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};
  private static final String SEEN =
      """
       and (:all or exists (select 1 from documents_reader r
         where r.tenant = d.tenant and r.document = d.id and r.reader in (:mine)))
      """;
  private final JdbcClient jdbc;
  private final ObjectMapper json;

  JdbcDocumentStore(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** A document to be read, whoever asks. */
  record Waiting(TenantId tenant, String id, String filename, String sha256, String createdBy) {}

  List<DocumentView> page(Actor actor, DocumentSearch search, @Nullable String before, int limit) {
    return seen(
            "select d.* from documents_document d where d.tenant = :tenant and d.id < :before"
                + filter(search)
                + SEEN
                + " order by d.id desc limit :limit",
            actor)
        .param("before", before == null ? "~" : before)
        .param("limit", limit)
        .params(values(search))
        .query(this::view)
        .list();
  }

  long count(Actor actor, DocumentSearch search) {
    return seen(
            "select count(*) from documents_document d where d.tenant = :tenant"
                + filter(search)
                + SEEN,
            actor)
        .params(values(search))
        .query(Long.class)
        .single();
  }

  private static String filter(DocumentSearch search) {
    return (search.filename() == null ? "" : " and lower(d.filename) like :filename escape '!'")
        + (search.status() == null ? "" : " and d.status = :status")
        + (search.mediaType() == null ? "" : " and d.media_type like :type escape '!'");
  }

  private static java.util.Map<String, Object> values(DocumentSearch search) {
    java.util.Map<String, Object> values = new java.util.HashMap<>();
    if (search.filename() != null) {
      values.put("filename", "%" + escaped(search.filename().toLowerCase(Locale.ROOT)) + "%");
    }
    if (search.status() != null) {
      values.put("status", search.status().name());
    }
    if (search.mediaType() != null) {
      values.put("type", escaped(search.mediaType()) + "%");
    }
    return values;
  }

  static String escaped(String part) {
    return part.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }

  private JdbcClient.StatementSpec seen(String sql, Actor actor) {
    return jdbc.sql(sql)
        .param("tenant", actor.tenant().value())
        .param("all", Readers.seesAll(actor))
        .param("mine", Readers.of(actor));
  }

  Optional<DocumentView> find(Actor actor, String id) {
    return seen(
            "select d.* from documents_document d where d.tenant = :tenant and d.id = :id" + SEEN,
            actor)
        .param("id", id)
        .query(this::view)
        .optional();
  }

  Optional<DocumentView> same(Actor actor, String sha256) {
    return seen(
            "select d.* from documents_document d where d.tenant = :tenant and d.sha256 = :sha256"
                + " and d.status <> 'FAILED'"
                + SEEN
                + " order by d.id limit 1",
            actor)
        .param("sha256", sha256)
        .query(this::view)
        .optional();
  }

  /** Holds it until the transaction ends; empty when somebody removed it meanwhile. */
  Optional<Waiting> lock(TenantId tenant, String id) {
    return jdbc.sql(
            "select * from documents_document where tenant = :tenant and id = :id for update")
        .param("tenant", tenant.value())
        .param("id", id)
        .query(
            (row, n) ->
                new Waiting(
                    new TenantId(row.getString("tenant")),
                    row.getString("id"),
                    row.getString("filename"),
                    row.getString("sha256"),
                    row.getString("created_by")))
        .optional();
  }

  long holding(TenantId tenant, String sha256) {
    return jdbc.sql(
            "select count(*) from documents_document where tenant = :tenant and sha256 = :sha256")
        .param("tenant", tenant.value())
        .param("sha256", sha256)
        .query(Long.class)
        .single();
  }

  void insert(
      TenantId tenant,
      String id,
      String filename,
      String mediaType,
      DocumentStorage.Kept kept,
      String by,
      Instant at) {
    jdbc.sql(
            """
            insert into documents_document (tenant, id, filename, media_type, size_in_bytes, sha256, pages,
              status, progress, notes, created_by, created_at, updated_at)
            values (:tenant, :id, :filename, :type, :size, :sha256, 0, 'RECEIVED', 0, '[]', :by, :at, :at)
            """)
        .param("tenant", tenant.value())
        .param("id", id)
        .param("filename", filename)
        .param("type", mediaType)
        .param("size", kept.size())
        .param("sha256", kept.sha256())
        .param("by", by)
        .param("at", time(at))
        .update();
  }

  void readers(TenantId tenant, String id, Collection<String> readers) {
    jdbc.sql("delete from documents_reader where tenant = :tenant and document = :id")
        .param("tenant", tenant.value())
        .param("id", id)
        .update();
    for (String reader : readers) {
      jdbc.sql(
              "insert into documents_reader (tenant, document, reader) values (:tenant, :id, :reader)")
          .param("tenant", tenant.value())
          .param("id", id)
          .param("reader", reader)
          .update();
    }
  }

  void progress(TenantId tenant, String id, DocumentStatus status, int percent, Instant at) {
    jdbc.sql(
            """
            update documents_document set status = :status, progress = :progress, updated_at = :at
            where tenant = :tenant and id = :id
            """)
        .param("status", status.name())
        .param("progress", percent)
        .param("at", time(at))
        .param("tenant", tenant.value())
        .param("id", id)
        .update();
  }

  void read(
      TenantId tenant,
      String id,
      Reading reading,
      int pages,
      @Nullable String language,
      Instant at) {
    DocumentView.Cause failure = reading.failure();
    jdbc.sql(
            """
            update documents_document set status = :status, progress = 100, media_type = coalesce(:type, media_type),
              pages = :pages, language = :language, cause_code = :code, cause_detail = :detail, ocr = :ocr,
              notes = :notes, title = :title, author = :author, updated_at = :at
            where tenant = :tenant and id = :id
            """)
        .param(
            "status", failure == null ? DocumentStatus.READY.name() : DocumentStatus.FAILED.name())
        .param("type", reading.mediaType())
        .param("pages", pages)
        .param("language", language)
        .param("code", failure == null ? null : failure.code())
        .param("detail", failure == null ? null : failure.detail())
        .param("ocr", failure == null ? reading.recognition().name() : null)
        .param("notes", write(reading.notes()))
        .param("title", reading.title())
        .param("author", reading.author())
        .param("at", time(at))
        .param("tenant", tenant.value())
        .param("id", id)
        .update();
  }

  void delete(TenantId tenant, String id) {
    jdbc.sql("delete from documents_document where tenant = :tenant and id = :id")
        .param("tenant", tenant.value())
        .param("id", id)
        .update();
  }

  static OffsetDateTime time(Instant at) {
    return at.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
  }

  private List<String> readersOf(String tenant, String id) {
    return jdbc.sql(
            """
            select reader from documents_reader where tenant = :tenant and document = :id order by reader
            """)
        .param("tenant", tenant)
        .param("id", id)
        .query(String.class)
        .list();
  }

  private DocumentView view(ResultSet row, int number) throws SQLException {
    String code = row.getString("cause_code");
    String ocr = row.getString("ocr");
    String own = Readers.user(row.getString("created_by"));
    return new DocumentView(
        row.getString("id"),
        row.getString("filename"),
        row.getString("media_type"),
        row.getLong("size_in_bytes"),
        row.getString("sha256"),
        row.getInt("pages"),
        row.getString("language"),
        DocumentStatus.valueOf(row.getString("status")),
        row.getInt("progress"),
        code == null ? null : new DocumentView.Cause(code, row.getString("cause_detail")),
        ocr == null ? null : TextRecognition.valueOf(ocr),
        texts(row.getString("notes")),
        row.getString("title"),
        row.getString("author"),
        readersOf(row.getString("tenant"), row.getString("id")).stream()
            .filter(reader -> !reader.equals(own))
            .toList(),
        row.getString("created_by"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("updated_at", OffsetDateTime.class).toInstant());
  }

  private List<String> texts(String stored) {
    try {
      return json.readValue(stored, TEXTS);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
