package io.flowmaster.webhooks.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.platform.Revision;
import io.flowmaster.platform.SecretCipher;
import io.flowmaster.platform.TenantId;
import io.flowmaster.webhooks.SignatureScheme;
import io.flowmaster.webhooks.WebhookDraft;
import io.flowmaster.webhooks.WebhookMapping;
import io.flowmaster.webhooks.WebhookTarget;
import io.flowmaster.webhooks.WebhookView;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Webhooks in {@code webhooks_webhook}. */
@Component
class JdbcWebhookStore {
  static final String PATH = "/webhooks/in/";
  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final SecretCipher cipher;

  JdbcWebhookStore(JdbcClient jdbc, ObjectMapper json, SecretCipher cipher) {
    this.jdbc = jdbc;
    this.json = json;
    this.cipher = cipher;
  }

  /** What stands in the column {@code content}. */
  record Content(WebhookTarget target, SignatureScheme scheme, WebhookMapping mapping) {}

  /** A webhook with whose it is. */
  record Owned(TenantId tenant, WebhookView webhook) {}

  List<WebhookView> page(TenantId tenant, String after, int limit) {
    return jdbc.sql(
            """
            select * from webhooks_webhook where tenant = :tenant and name > :after
            order by name limit :limit
            """)
        .param("tenant", tenant.value())
        .param("after", after)
        .param("limit", limit)
        .query(this::view)
        .list();
  }

  long count(TenantId tenant) {
    return jdbc.sql("select count(*) from webhooks_webhook where tenant = :tenant")
        .param("tenant", tenant.value())
        .query(Long.class)
        .single();
  }

  Optional<WebhookView> find(TenantId tenant, String id) {
    return one("select * from webhooks_webhook where tenant = :tenant and id = :id", tenant, id);
  }

  Optional<WebhookView> named(TenantId tenant, String name) {
    return one(
        "select * from webhooks_webhook where tenant = :tenant and name = :id", tenant, name);
  }

  Optional<WebhookView> lock(TenantId tenant, String id) {
    return one(
        "select * from webhooks_webhook where tenant = :tenant and id = :id for update",
        tenant,
        id);
  }

  private Optional<WebhookView> one(String sql, TenantId tenant, String id) {
    return jdbc.sql(sql)
        .param("tenant", tenant.value())
        .param("id", id)
        .query(this::view)
        .optional();
  }

  Optional<Owned> at(String token) {
    return jdbc.sql("select * from webhooks_webhook where token = :token")
        .param("token", token)
        .query((row, n) -> new Owned(new TenantId(row.getString("tenant")), view(row, n)))
        .optional();
  }

  String secret(TenantId tenant, String id) {
    String stored =
        jdbc.sql("select secret from webhooks_webhook where tenant = :tenant and id = :id")
            .param("tenant", tenant.value())
            .param("id", id)
            .query(String.class)
            .single();
    return cipher.decrypt(context(tenant, id), stored);
  }

  void insert(
      TenantId tenant,
      String id,
      String token,
      WebhookDraft draft,
      String secret,
      Instant at,
      String by) {
    written(
            """
            insert into webhooks_webhook (tenant, id, name, token, content, secret, enabled, rejected,
              revision, created_by, updated_at, updated_by)
            values (:tenant, :id, :name, :token, :content, :secret, :enabled, 0, 1, :by, :at, :by)
            """,
            tenant,
            id,
            draft,
            at,
            by)
        .param("token", token)
        .param("secret", cipher.encrypt(context(tenant, id), secret))
        .update();
  }

  void update(TenantId tenant, String id, WebhookDraft draft, Instant at, String by) {
    written(
            """
            update webhooks_webhook set name = :name, content = :content, enabled = :enabled,
              revision = revision + 1, updated_at = :at, updated_by = :by
            where tenant = :tenant and id = :id
            """,
            tenant,
            id,
            draft,
            at,
            by)
        .update();
    if (draft.secret() != null) {
      jdbc.sql("update webhooks_webhook set secret = :secret where tenant = :tenant and id = :id")
          .param("secret", cipher.encrypt(context(tenant, id), draft.secret()))
          .param("tenant", tenant.value())
          .param("id", id)
          .update();
    }
  }

  private JdbcClient.StatementSpec written(
      String sql, TenantId tenant, String id, WebhookDraft draft, Instant at, String by) {
    try {
      return jdbc.sql(sql)
          .param("tenant", tenant.value())
          .param("id", id)
          .param("name", draft.name())
          .param(
              "content",
              json.writeValueAsString(new Content(draft.target(), draft.scheme(), draft.mapping())))
          .param("enabled", draft.enabled())
          .param("at", time(at))
          .param("by", by);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  void rejected(TenantId tenant, String id, Instant at) {
    jdbc.sql(
            """
            update webhooks_webhook set rejected = rejected + 1, last_rejected_at = :at
            where tenant = :tenant and id = :id
            """)
        .param("at", time(at))
        .param("tenant", tenant.value())
        .param("id", id)
        .update();
  }

  void delete(TenantId tenant, String id) {
    jdbc.sql("delete from webhooks_webhook where tenant = :tenant and id = :id")
        .param("tenant", tenant.value())
        .param("id", id)
        .update();
  }

  static OffsetDateTime time(Instant at) {
    return at.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
  }

  private static String context(TenantId tenant, String id) {
    return "webhooks/" + tenant + "/webhook/" + id;
  }

  private WebhookView view(ResultSet row, int number) throws SQLException {
    try {
      Content content = json.readValue(row.getString("content"), Content.class);
      OffsetDateTime rejected = row.getObject("last_rejected_at", OffsetDateTime.class);
      return new WebhookView(
          row.getString("id"),
          row.getString("name"),
          PATH + row.getString("token"),
          content.target(),
          content.scheme(),
          content.mapping(),
          row.getBoolean("enabled"),
          row.getLong("rejected"),
          rejected == null ? null : rejected.toInstant(),
          row.getString("created_by"),
          row.getObject("updated_at", OffsetDateTime.class).toInstant(),
          row.getString("updated_by"),
          new Revision(row.getLong("revision")));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
