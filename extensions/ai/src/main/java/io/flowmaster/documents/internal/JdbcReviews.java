package io.flowmaster.documents.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.documents.ExtractedField;
import io.flowmaster.documents.ExtractionReview;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.TenantId;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reviews in {@code documents_review}; seen by whoever sees the document. */
@Component
class JdbcReviews {
  private static final TypeReference<Map<String, ExtractedField>> FIELDS = new TypeReference<>() {};
  private static final String SEEN =
      """
      select r.*, d.filename from documents_review r
      join documents_document d on d.tenant = r.tenant and d.id = r.document
      where r.tenant = :tenant and (:all or exists (select 1 from documents_reader s
        where s.tenant = r.tenant and s.document = r.document and s.reader in (:mine)))
      """;
  private final JdbcClient jdbc;
  private final ObjectMapper json;

  JdbcReviews(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  List<ExtractionReview> page(
      Actor actor, ExtractionReview.@Nullable Status status, String after, int limit) {
    return seen(
            SEEN
                + " and r.id > :after and (:status = '' or r.status = :status) order by r.id limit :limit",
            actor)
        .param("after", after)
        .param("status", status == null ? "" : status.name())
        .param("limit", limit)
        .query(this::review)
        .list();
  }

  Optional<ExtractionReview> find(Actor actor, String id) {
    return seen(SEEN + " and r.id = :id", actor).param("id", id).query(this::review).optional();
  }

  private JdbcClient.StatementSpec seen(String sql, Actor actor) {
    return jdbc.sql(sql)
        .param("tenant", actor.tenant().value())
        .param("all", Readers.seesAll(actor))
        .param("mine", Readers.of(actor));
  }

  /** Those that were done of a sender: its test set, latest first. */
  List<ExtractionReview> done(TenantId tenant, String sender, int most) {
    return jdbc.sql(
            """
            select r.*, d.filename from documents_review r
            join documents_document d on d.tenant = r.tenant and d.id = r.document
            where r.tenant = :tenant and r.sender = :sender and r.status = 'DONE'
            order by r.id desc limit :most
            """)
        .param("tenant", tenant.value())
        .param("sender", sender)
        .param("most", most)
        .query(this::review)
        .list();
  }

  /** Puts a waiting one in the place of the document's former waiting one. */
  void ask(
      TenantId tenant,
      String id,
      String document,
      String sender,
      double confidence,
      Map<String, ExtractedField> fields,
      Instant at) {
    jdbc.sql(
            """
            delete from documents_review where tenant = :tenant and document = :document and status = 'OPEN'
            """)
        .param("tenant", tenant.value())
        .param("document", document)
        .update();
    jdbc.sql(
            """
            insert into documents_review (tenant, id, document, sender, status, confidence, fields, created_at)
            values (:tenant, :id, :document, :sender, 'OPEN', :confidence, :fields, :at)
            """)
        .param("tenant", tenant.value())
        .param("id", id)
        .param("document", document)
        .param("sender", sender)
        .param("confidence", confidence)
        .param("fields", write(fields))
        .param("at", JdbcDocumentStore.time(at))
        .update();
  }

  /** False when it was done meanwhile. */
  boolean done(
      TenantId tenant, String id, Map<String, ExtractedField> fields, String by, Instant at) {
    return jdbc.sql(
                """
                update documents_review set status = 'DONE', fields = :fields, reviewed_by = :by, reviewed_at = :at
                where tenant = :tenant and id = :id and status = 'OPEN'
                """)
            .param("fields", write(fields))
            .param("by", by)
            .param("at", JdbcDocumentStore.time(at))
            .param("tenant", tenant.value())
            .param("id", id)
            .update()
        == 1;
  }

  private ExtractionReview review(ResultSet row, int number) throws SQLException {
    OffsetDateTime reviewed = row.getObject("reviewed_at", OffsetDateTime.class);
    try {
      return new ExtractionReview(
          row.getString("id"),
          row.getString("document"),
          row.getString("filename"),
          row.getString("sender"),
          ExtractionReview.Status.valueOf(row.getString("status")),
          row.getDouble("confidence"),
          json.readValue(row.getString("fields"), FIELDS),
          row.getObject("created_at", OffsetDateTime.class).toInstant(),
          row.getString("reviewed_by"),
          reviewed == null ? null : reviewed.toInstant());
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
