package io.flowmaster.documents.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.documents.ExtractionTemplate;
import io.flowmaster.platform.TenantId;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was learned of senders, in {@code documents_template}. */
@Component("documentTemplates")
class JdbcTemplates {
  private static final TypeReference<Map<String, String>> LABELS = new TypeReference<>() {};
  private final JdbcClient jdbc;
  private final ObjectMapper json;

  JdbcTemplates(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** The latest version that is used. */
  Optional<ExtractionTemplate> used(TenantId tenant, String sender) {
    return latest(tenant, sender, " and used = true");
  }

  Optional<ExtractionTemplate> latest(TenantId tenant, String sender) {
    return latest(tenant, sender, "");
  }

  private Optional<ExtractionTemplate> latest(TenantId tenant, String sender, String which) {
    return jdbc.sql(
            "select * from documents_template where tenant = :tenant and sender = :sender"
                + which
                + " order by version desc limit 1")
        .param("tenant", tenant.value())
        .param("sender", sender)
        .query(this::template)
        .optional();
  }

  /**
   * @param version after which of the sender; versions come latest first
   */
  List<ExtractionTemplate> page(TenantId tenant, String sender, long version, int limit) {
    return jdbc.sql(
            """
            select * from documents_template where tenant = :tenant
              and (sender > :sender or sender = :sender and version < :version)
            order by sender, version desc limit :limit
            """)
        .param("tenant", tenant.value())
        .param("sender", sender)
        .param("version", version)
        .param("limit", limit)
        .query(this::template)
        .list();
  }

  void add(TenantId tenant, ExtractionTemplate template) {
    try {
      jdbc.sql(
              """
              insert into documents_template (tenant, sender, version, labels, accuracy, tested, used, created_at)
              values (:tenant, :sender, :version, :labels, :accuracy, :tested, :used, :at)
              """)
          .param("tenant", tenant.value())
          .param("sender", template.sender())
          .param("version", template.version())
          .param("labels", json.writeValueAsString(template.labels()))
          .param("accuracy", template.accuracy())
          .param("tested", template.tested())
          .param("used", template.used())
          .param("at", JdbcDocumentStore.time(template.createdAt()))
          .update();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ExtractionTemplate template(ResultSet row, int number) throws SQLException {
    try {
      return new ExtractionTemplate(
          row.getString("sender"),
          row.getInt("version"),
          json.readValue(row.getString("labels"), LABELS),
          row.getDouble("accuracy"),
          row.getInt("tested"),
          row.getBoolean("used"),
          row.getObject("created_at", OffsetDateTime.class).toInstant());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
