package io.flowmaster.integrations.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.integrations.IntegrationDraft;
import io.flowmaster.integrations.IntegrationView;
import io.flowmaster.platform.Revision;
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
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Integrations in {@code integrations_integration}. */
@Component
class JdbcIntegrationStore {
  private static final String LISTED =
      """
       from integrations_integration where tenant = :tenant
        and (:q is null or lower(name) like :q escape '!' or lower(connector) like :q escape '!')
      """;
  private final JdbcClient jdbc;
  private final ObjectMapper json;

  JdbcIntegrationStore(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  List<IntegrationView> page(TenantId tenant, @Nullable String q, String after, int limit) {
    return jdbc.sql("select * " + LISTED + " and name > :after order by name limit :limit")
        .param("tenant", tenant.value())
        .param("q", pattern(q), Types.VARCHAR)
        .param("after", after)
        .param("limit", limit)
        .query(this::view)
        .list();
  }

  long count(TenantId tenant, @Nullable String q) {
    return jdbc.sql("select count(*) " + LISTED)
        .param("tenant", tenant.value())
        .param("q", pattern(q), Types.VARCHAR)
        .query(Long.class)
        .single();
  }

  private static @Nullable String pattern(@Nullable String q) {
    return q == null ? null : "%" + q.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
  }

  Optional<IntegrationView> find(TenantId tenant, String id) {
    return one(
        "select * from integrations_integration where tenant = :tenant and id = :id", tenant, id);
  }

  Optional<IntegrationView> named(TenantId tenant, String name) {
    return one(
        "select * from integrations_integration where tenant = :tenant and name = :id",
        tenant,
        name);
  }

  Optional<IntegrationView> lock(TenantId tenant, String id) {
    return one(
        "select * from integrations_integration where tenant = :tenant and id = :id for update",
        tenant,
        id);
  }

  private Optional<IntegrationView> one(String sql, TenantId tenant, String id) {
    return jdbc.sql(sql)
        .param("tenant", tenant.value())
        .param("id", id)
        .query(this::view)
        .optional();
  }

  void insert(
      TenantId tenant, String id, String connector, IntegrationDraft draft, Instant at, String by) {
    written(
            jdbc.sql(
                """
                insert into integrations_integration (tenant, id, name, connector, configuration, calls_per_minute,
                  revision, created_by, updated_at, updated_by)
                values (:tenant, :id, :name, :connector, :configuration, :calls, 1, :by, :at, :by)
                """),
            tenant,
            id,
            draft,
            at,
            by)
        .param("connector", connector)
        .update();
  }

  void update(TenantId tenant, String id, IntegrationDraft draft, Instant at, String by) {
    written(
            jdbc.sql(
                """
                update integrations_integration set name = :name, configuration = :configuration,
                  calls_per_minute = :calls, revision = revision + 1, updated_at = :at, updated_by = :by
                where tenant = :tenant and id = :id
                """),
            tenant,
            id,
            draft,
            at,
            by)
        .update();
  }

  private JdbcClient.StatementSpec written(
      JdbcClient.StatementSpec sql,
      TenantId tenant,
      String id,
      IntegrationDraft draft,
      Instant at,
      String by) {
    return sql.param("tenant", tenant.value())
        .param("id", id)
        .param("name", draft.name())
        .param("configuration", draft.configuration().toString())
        .param("calls", draft.callsPerMinute(), Types.INTEGER)
        .param("at", at.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC))
        .param("by", by);
  }

  void delete(TenantId tenant, String id) {
    jdbc.sql("delete from integrations_integration where tenant = :tenant and id = :id")
        .param("tenant", tenant.value())
        .param("id", id)
        .update();
  }

  private IntegrationView view(ResultSet row, int number) throws SQLException {
    try {
      return new IntegrationView(
          row.getString("id"),
          row.getString("name"),
          row.getString("connector"),
          json.readTree(row.getString("configuration")),
          row.getObject("calls_per_minute", Integer.class),
          row.getString("created_by"),
          row.getObject("updated_at", OffsetDateTime.class).toInstant(),
          row.getString("updated_by"),
          new Revision(row.getLong("revision")));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
