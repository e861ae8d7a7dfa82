package io.flowmaster.policies.internal;

import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import io.flowmaster.policies.PolicyVersion;
import io.flowmaster.policies.PolicyView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Policies and their versions in the database. */
@Component
class JdbcPolicyStore {
  private final JdbcClient jdbc;

  JdbcPolicyStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A tenant's row.
   *
   * @param inForce null when no version is
   */
  record Row(long revision, @Nullable Integer inForce, PolicyView.@Nullable Draft draft) {}

  Optional<Row> find(TenantId tenant) {
    return jdbc.sql("select * from policies_policy where tenant = :tenant")
        .param("tenant", tenant.value())
        .query((row, n) -> row(row))
        .optional();
  }

  Optional<Integer> inForce(TenantId tenant) {
    return find(tenant).map(Row::inForce);
  }

  /** The row, locked; made when there was none. */
  Row lock(TenantId tenant) {
    String sql = "select * from policies_policy where tenant = :tenant for update";
    Optional<Row> found =
        jdbc.sql(sql).param("tenant", tenant.value()).query((row, n) -> row(row)).optional();
    if (found.isPresent()) {
      return found.get();
    }
    jdbc.sql("insert into policies_policy (tenant, revision) values (:tenant, 0)")
        .param("tenant", tenant.value())
        .update();
    return new Row(0, null, null);
  }

  void save(TenantId tenant, Row row) {
    PolicyView.Draft draft = row.draft();
    jdbc.sql(
            """
            update policies_policy set revision = :revision, in_force = :force, draft = :draft,
              draft_at = :at, draft_by = :by where tenant = :tenant
            """)
        .param("revision", row.revision())
        .param("force", row.inForce(), Types.INTEGER)
        .param("draft", draft == null ? null : draft.dmnXml(), Types.VARCHAR)
        .param(
            "at",
            draft == null ? null : draft.updatedAt().atOffset(ZoneOffset.UTC),
            Types.TIMESTAMP_WITH_TIMEZONE)
        .param("by", draft == null ? null : draft.updatedBy().value(), Types.VARCHAR)
        .param("tenant", tenant.value())
        .update();
  }

  int latest(TenantId tenant) {
    return jdbc.sql("select coalesce(max(version), 0) from policies_version where tenant = :tenant")
        .param("tenant", tenant.value())
        .query(Integer.class)
        .single();
  }

  void insert(TenantId tenant, PolicyVersion version) {
    jdbc.sql(
            """
            insert into policies_version (tenant, version, dmn, changelog, rolled_back_to, published_at, published_by)
            values (:tenant, :version, :dmn, :changelog, :from, :at, :by)
            """)
        .param("tenant", tenant.value())
        .param("version", version.version())
        .param("dmn", version.dmnXml())
        .param("changelog", version.changelog(), Types.VARCHAR)
        .param("from", version.rolledBackTo(), Types.INTEGER)
        .param("at", Timestamp.from(version.publishedAt()))
        .param("by", version.publishedBy().value())
        .update();
  }

  /** With its model, without its rules. */
  Optional<PolicyVersion> version(TenantId tenant, int version) {
    return jdbc.sql("select * from policies_version where tenant = :tenant and version = :version")
        .param("tenant", tenant.value())
        .param("version", version)
        .query((row, n) -> version(row, row.getString("dmn")))
        .optional();
  }

  Page<PolicyVersion> versions(TenantId tenant, PageQuery page) {
    List<PolicyVersion> rows =
        jdbc.sql(
                """
                select * from policies_version where tenant = :tenant and version < :before
                order by version desc limit :limit
                """)
            .param("tenant", tenant.value())
            .param(
                "before",
                page.cursor() == null ? Long.valueOf(Integer.MAX_VALUE) : page.cursor().number(0))
            .param("limit", page.limit() + 1)
            .query((row, n) -> version(row, null))
            .list();
    Long total = page.count() ? Long.valueOf(latest(tenant)) : null;
    return Page.of(rows, page, version -> List.of(version.version()), total);
  }

  private static Row row(ResultSet row) throws SQLException {
    String draft = row.getString("draft");
    return new Row(
        row.getLong("revision"),
        row.getObject("in_force", Integer.class),
        draft == null
            ? null
            : new PolicyView.Draft(
                draft,
                row.getTimestamp("draft_at").toInstant(),
                new UserId(row.getString("draft_by"))));
  }

  private static PolicyVersion version(ResultSet row, @Nullable String dmn) throws SQLException {
    Instant at = row.getTimestamp("published_at").toInstant();
    return new PolicyVersion(
        row.getInt("version"),
        at,
        new UserId(row.getString("published_by")),
        row.getString("changelog"),
        row.getObject("rolled_back_to", Integer.class),
        null,
        dmn);
  }
}
