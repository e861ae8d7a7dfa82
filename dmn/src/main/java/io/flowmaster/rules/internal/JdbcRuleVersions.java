package io.flowmaster.rules.internal;

import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.TenantId;
import io.flowmaster.rules.DecisionTaken;
import io.flowmaster.rules.RuleSetId;
import io.flowmaster.rules.RuleSetVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Published versions, and which set owns which decision id. */
@Component
class JdbcRuleVersions {
  private static final String COLUMNS =
      "select version, deployment_id, checksum, changelog, published_at, published_by";
  private final JdbcClient jdbc;

  JdbcRuleVersions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(TenantId tenant, RuleSetId id, RuleSetVersion version) {
    jdbc.sql(
            """
            insert into rules_version (set_id, version, tenant, dmn, checksum, deployment_id, changelog,
              published_by, published_at)
            values (:set, :version, :tenant, :dmn, :checksum, :deployment, :changelog, :by, :at)
            """)
        .param("set", id.value())
        .param("version", version.version())
        .param("tenant", tenant.value())
        .param("dmn", version.dmnXml())
        .param("checksum", version.checksum())
        .param("deployment", version.deploymentId())
        .param("changelog", version.changelog(), Types.VARCHAR)
        .param("by", version.publishedBy())
        .param("at", Timestamp.from(version.publishedAt()))
        .update();
  }

  Optional<RuleSetVersion> find(TenantId tenant, RuleSetId id, int version) {
    return jdbc.sql(
            COLUMNS
                + ", dmn from rules_version where tenant = :tenant and set_id = :set and version = :version")
        .param("tenant", tenant.value())
        .param("set", id.value())
        .param("version", version)
        .query((row, n) -> version(row, row.getString("dmn")))
        .optional();
  }

  /** Says which text a version has, without reading the text. */
  Optional<String> checksum(TenantId tenant, RuleSetId id, int version) {
    return jdbc.sql(
            "select checksum from rules_version where tenant = :tenant and set_id = :set and version = :version")
        .param("tenant", tenant.value())
        .param("set", id.value())
        .param("version", version)
        .query(String.class)
        .optional();
  }

  Page<RuleSetVersion> page(TenantId tenant, RuleSetId id, PageQuery page) {
    List<RuleSetVersion> rows =
        jdbc.sql(
                COLUMNS
                    + " from rules_version where tenant = :tenant and set_id = :set and version < :before order by version desc limit :limit")
            .param("tenant", tenant.value())
            .param("set", id.value())
            .param("before", page.cursor() == null ? Integer.MAX_VALUE : page.cursor().number(0))
            .param("limit", page.limit() + 1)
            .query((row, n) -> version(row, null))
            .list();
    return Page.of(rows, page, row -> List.of(row.version()), page.count() ? count(id) : null);
  }

  private Long count(RuleSetId id) {
    return jdbc.sql("select count(*) from rules_version where set_id = :set")
        .param("set", id.value())
        .query(Long.class)
        .single();
  }

  /**
   * Makes the set the owner of these decision ids, and of no others.
   *
   * @throws DecisionTaken when another set owns one of them
   */
  void claim(TenantId tenant, RuleSetId id, Collection<String> decisions) {
    release(id);
    for (String decision : decisions) {
      boolean taken =
          jdbc.sql(
                      "select count(*) from rules_decision where tenant = :tenant and decision_id = :decision")
                  .param("tenant", tenant.value())
                  .param("decision", decision)
                  .query(Integer.class)
                  .single()
              > 0;
      if (taken) {
        throw new DecisionTaken(decision);
      }
      try {
        jdbc.sql(
                "insert into rules_decision (tenant, decision_id, set_id) values (:tenant, :decision, :set)")
            .param("tenant", tenant.value())
            .param("decision", decision)
            .param("set", id.value())
            .update();
      } catch (DuplicateKeyException e) {
        throw new DecisionTaken(decision);
      }
    }
  }

  void release(RuleSetId id) {
    jdbc.sql("delete from rules_decision where set_id = :set").param("set", id.value()).update();
  }

  private static RuleSetVersion version(ResultSet row, @Nullable String dmn) throws SQLException {
    return new RuleSetVersion(
        row.getInt("version"),
        row.getString("deployment_id"),
        row.getString("checksum"),
        row.getString("changelog"),
        row.getTimestamp("published_at").toInstant(),
        row.getString("published_by"),
        dmn);
  }
}
