package io.flowmaster.mcp.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.mcp.UpstreamServer;
import io.flowmaster.mcp.UpstreamServer.AllowedTool;
import io.flowmaster.mcp.UpstreamServer.OfferedTool;
import io.flowmaster.mcp.UpstreamServer.Status;
import io.flowmaster.mcp.UpstreamServerDraft;
import io.flowmaster.platform.Revision;
import io.flowmaster.platform.SecretCipher;
import io.flowmaster.platform.TenantId;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Servers in {@code mcp_server}. */
@Component
class JdbcUpstreamStore {
  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final SecretCipher cipher;

  JdbcUpstreamStore(JdbcClient jdbc, ObjectMapper json, SecretCipher cipher) {
    this.jdbc = jdbc;
    this.json = json;
    this.cipher = cipher;
  }

  /** What stands in the column {@code content}. */
  record Content(
      String title, String url, String header, List<AllowedTool> allowed, Set<String> roles) {}

  /** What stands in the column {@code offered}, with what views do not show. */
  record Offered(String name, String tool, String title, String description, String schema) {}

  /** Which server of which tenant. */
  record Key(TenantId tenant, String id) {}

  List<UpstreamServer> page(TenantId tenant, String after, int limit) {
    return jdbc.sql(
            """
            select * from mcp_server where tenant = :tenant and name > :after order by name limit :limit
            """)
        .param("tenant", tenant.value())
        .param("after", after)
        .param("limit", limit)
        .query(this::view)
        .list();
  }

  long count(TenantId tenant) {
    return jdbc.sql("select count(*) from mcp_server where tenant = :tenant")
        .param("tenant", tenant.value())
        .query(Long.class)
        .single();
  }

  List<UpstreamServer> enabled(TenantId tenant) {
    return jdbc.sql("select * from mcp_server where tenant = :tenant and enabled order by name")
        .param("tenant", tenant.value())
        .query(this::view)
        .list();
  }

  Optional<UpstreamServer> find(TenantId tenant, String id) {
    return one("select * from mcp_server where tenant = :tenant and id = :id", tenant, id);
  }

  Optional<UpstreamServer> named(TenantId tenant, String name) {
    return one("select * from mcp_server where tenant = :tenant and name = :id", tenant, name);
  }

  Optional<UpstreamServer> lock(TenantId tenant, String id) {
    return one(
        "select * from mcp_server where tenant = :tenant and id = :id for update", tenant, id);
  }

  private Optional<UpstreamServer> one(String sql, TenantId tenant, String id) {
    return jdbc.sql(sql)
        .param("tenant", tenant.value())
        .param("id", id)
        .query(this::view)
        .optional();
  }

  /** Null when it has none. */
  @Nullable String secret(TenantId tenant, String id) {
    return jdbc.sql("select secret from mcp_server where tenant = :tenant and id = :id")
        .param("tenant", tenant.value())
        .param("id", id)
        .query((row, n) -> Optional.ofNullable(row.getString(1)))
        .optional()
        .flatMap(stored -> stored)
        .map(stored -> cipher.decrypt(context(tenant, id), stored))
        .orElse(null);
  }

  void insert(TenantId tenant, String id, UpstreamServerDraft draft, Instant at, String by) {
    written(
            """
            insert into mcp_server (tenant, id, name, content, enabled, status, offered, revision,
              created_by, updated_at, updated_by)
            values (:tenant, :id, :name, :content, :enabled, 'UNKNOWN', '[]', 1, :by, :at, :by)
            """,
            tenant,
            id,
            draft,
            at,
            by)
        .update();
    secret(tenant, id, draft.secret());
  }

  void update(TenantId tenant, String id, UpstreamServerDraft draft, Instant at, String by) {
    written(
            """
            update mcp_server set name = :name, content = :content, enabled = :enabled,
              revision = revision + 1, updated_at = :at, updated_by = :by
            where tenant = :tenant and id = :id
            """,
            tenant,
            id,
            draft,
            at,
            by)
        .update();
    secret(tenant, id, draft.secret());
  }

  private void secret(TenantId tenant, String id, @Nullable String secret) {
    if (secret != null) {
      jdbc.sql("update mcp_server set secret = :secret where tenant = :tenant and id = :id")
          .param(
              "secret",
              secret.isEmpty() ? null : cipher.encrypt(context(tenant, id), secret),
              Types.VARCHAR)
          .param("tenant", tenant.value())
          .param("id", id)
          .update();
    }
  }

  private JdbcClient.StatementSpec written(
      String sql, TenantId tenant, String id, UpstreamServerDraft draft, Instant at, String by) {
    Content content =
        new Content(draft.title(), draft.url(), draft.header(), draft.allowed(), draft.roles());
    return jdbc.sql(sql)
        .param("tenant", tenant.value())
        .param("id", id)
        .param("name", draft.name())
        .param("content", text(content))
        .param("enabled", draft.enabled())
        .param("at", time(at))
        .param("by", by);
  }

  /** Takes a server's turn; false when another node has it, or it was asked a short while ago. */
  boolean claim(Key key, Instant before, Instant now) {
    return jdbc.sql(
                """
                update mcp_server set checked_at = :now
                where tenant = :tenant and id = :id and (checked_at is null or checked_at < :before)
                """)
            .param("now", time(now))
            .param("tenant", key.tenant().value())
            .param("id", key.id())
            .param("before", time(before))
            .update()
        == 1;
  }

  List<Key> due(Instant before, int most) {
    return jdbc.sql(
            """
            select tenant, id from mcp_server
            where enabled and (checked_at is null or checked_at < :before) order by checked_at limit :most
            """)
        .param("before", time(before))
        .param("most", most)
        .query((row, n) -> new Key(new TenantId(row.getString(1)), row.getString(2)))
        .list();
  }

  void up(Key key, List<OfferedTool> offered, Instant at) {
    List<Offered> kept =
        offered.stream()
            .map(
                tool ->
                    new Offered(
                        tool.name(),
                        tool.tool(),
                        tool.title(),
                        tool.description(),
                        tool.inputSchema()))
            .toList();
    checked(key, Status.UP, null, at)
        .sql("update mcp_server set offered = :offered where tenant = :tenant and id = :id")
        .param("offered", text(kept))
        .param("tenant", key.tenant().value())
        .param("id", key.id())
        .update();
  }

  void down(Key key, String why, Instant at) {
    checked(key, Status.DOWN, why, at);
  }

  private JdbcClient checked(Key key, Status status, @Nullable String why, Instant at) {
    jdbc.sql(
            """
            update mcp_server set status = :status, detail = :detail, checked_at = :at
            where tenant = :tenant and id = :id
            """)
        .param("status", status.name())
        .param("detail", why, Types.VARCHAR)
        .param("at", time(at))
        .param("tenant", key.tenant().value())
        .param("id", key.id())
        .update();
    return jdbc;
  }

  void delete(TenantId tenant, String id) {
    jdbc.sql("delete from mcp_server where tenant = :tenant and id = :id")
        .param("tenant", tenant.value())
        .param("id", id)
        .update();
  }

  private static OffsetDateTime time(Instant at) {
    return at.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
  }

  private static String context(TenantId tenant, String id) {
    return "mcp/" + tenant + "/server/" + id;
  }

  private String text(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private UpstreamServer view(ResultSet row, int number) throws SQLException {
    try {
      Content content = json.readValue(row.getString("content"), Content.class);
      List<Offered> offered =
          json.readValue(row.getString("offered"), new TypeReference<List<Offered>>() {});
      OffsetDateTime checked = row.getObject("checked_at", OffsetDateTime.class);
      return new UpstreamServer(
          row.getString("id"),
          row.getString("name"),
          content.title(),
          content.url(),
          content.header(),
          row.getString("secret") != null,
          content.allowed(),
          content.roles(),
          row.getBoolean("enabled"),
          Status.valueOf(row.getString("status")),
          row.getString("detail"),
          offered.stream()
              .map(o -> new OfferedTool(o.name(), o.tool(), o.title(), o.description(), o.schema()))
              .toList(),
          checked == null ? null : checked.toInstant(),
          row.getObject("updated_at", OffsetDateTime.class).toInstant(),
          row.getString("updated_by"),
          new Revision(row.getLong("revision")));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
