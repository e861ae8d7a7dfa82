package io.flowmaster.rules.internal;

import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Revision;
import io.flowmaster.platform.TenantId;
import io.flowmaster.rules.RuleSetId;
import io.flowmaster.rules.RuleSetStatus;
import io.flowmaster.rules.RuleSetView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rule sets in {@code rules_set}. */
@Component
class JdbcRuleStore {
  private static final String COLUMNS =
      """
      select s.id, s.rule_key, s.name, s.status, s.revision, s.latest_version, s.created_by, s.created_at,
        s.updated_by, s.updated_at,
        case when v.checksum = s.checksum then 0 else 1 end as differs
      from rules_set s left join rules_version v on v.set_id = s.id and v.version = s.latest_version
      """;
  private static final String LISTED =
      """
       where s.tenant = :tenant
         and (:q is null or lower(s.name) like :q escape '!' or lower(s.rule_key) like :q escape '!')
         and (:status is null and s.status <> 'ARCHIVED' or s.status = :status)
      """;

  /** A draft's text with what identifies it. */
  record Model(String dmn, String checksum) {}

  private final JdbcClient jdbc;

  JdbcRuleStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(
      TenantId tenant, RuleSetId id, String key, String name, Model model, String by, Instant at) {
    jdbc.sql(
            """
            insert into rules_set (id, tenant, rule_key, name, status, revision, dmn, checksum,
              created_by, created_at, updated_by, updated_at)
            values (:id, :tenant, :key, :name, 'DRAFT', 1, :dmn, :checksum, :by, :at, :by, :at)
            """)
        .param("id", id.value())
        .param("tenant", tenant.value())
        .param("key", key)
        .param("name", name)
        .param("dmn", model.dmn())
        .param("checksum", model.checksum())
        .param("by", by)
        .param("at", Timestamp.from(at))
        .update();
  }

  /** Locks the row until the transaction ends; false when there is none. */
  boolean lock(TenantId tenant, RuleSetId id) {
    return jdbc.sql("select id from rules_set where tenant = :tenant and id = :id for update")
        .param("tenant", tenant.value())
        .param("id", id.value())
        .query(String.class)
        .optional()
        .isPresent();
  }

  Optional<RuleSetView> find(TenantId tenant, RuleSetId id) {
    return jdbc.sql(COLUMNS + " where s.tenant = :tenant and s.id = :id")
        .param("tenant", tenant.value())
        .param("id", id.value())
        .query(JdbcRuleStore::view)
        .optional();
  }

  Optional<RuleSetView> findByKey(TenantId tenant, String key) {
    return jdbc.sql(COLUMNS + " where s.tenant = :tenant and s.rule_key = :key")
        .param("tenant", tenant.value())
        .param("key", key)
        .query(JdbcRuleStore::view)
        .optional();
  }

  boolean keyExists(TenantId tenant, String key) {
    return jdbc.sql("select count(*) from rules_set where tenant = :tenant and rule_key = :key")
            .param("tenant", tenant.value())
            .param("key", key)
            .query(Integer.class)
            .single()
        > 0;
  }

  Model draft(RuleSetId id) {
    return jdbc.sql("select dmn, checksum from rules_set where id = :id")
        .param("id", id.value())
        .query((row, n) -> new Model(row.getString("dmn"), row.getString("checksum")))
        .single();
  }

  /** Writes name and draft, and counts the revision up. */
  void update(RuleSetId id, String name, Model model, String by, Instant at) {
    jdbc.sql(
            """
            update rules_set set name = :name, dmn = :dmn, checksum = :checksum,
              revision = revision + 1, updated_by = :by, updated_at = :at where id = :id
            """)
        .param("name", name)
        .param("dmn", model.dmn())
        .param("checksum", model.checksum())
        .param("by", by)
        .param("at", Timestamp.from(at))
        .param("id", id.value())
        .update();
  }

  void update(RuleSetId id, RuleSetStatus status, @Nullable Integer latest, String by, Instant at) {
    jdbc.sql(
            """
            update rules_set set status = :status, latest_version = :latest,
              revision = revision + 1, updated_by = :by, updated_at = :at where id = :id
            """)
        .param("status", status.name())
        .param("latest", latest, Types.INTEGER)
        .param("by", by)
        .param("at", Timestamp.from(at))
        .param("id", id.value())
        .update();
  }

  Page<RuleSetView> page(
      TenantId tenant, @Nullable String q, @Nullable RuleSetStatus status, PageQuery page) {
    List<RuleSetView> rows =
        listed(
                COLUMNS + LISTED + " and s.id < :before order by s.id desc limit :limit",
                tenant,
                q,
                status)
            .param("before", page.cursor() == null ? "g" : page.cursor().string(0))
            .param("limit", page.limit() + 1)
            .query(JdbcRuleStore::view)
            .list();
    Long total =
        page.count()
            ? listed("select count(*) from rules_set s" + LISTED, tenant, q, status)
                .query(Long.class)
                .single()
            : null;
    return Page.of(rows, page, row -> List.of(row.id().value()), total);
  }

  private JdbcClient.StatementSpec listed(
      String sql, TenantId tenant, @Nullable String q, @Nullable RuleSetStatus status) {
    return jdbc.sql(sql)
        .param("tenant", tenant.value())
        .param("q", q == null || q.isBlank() ? null : like(q), Types.VARCHAR)
        .param("status", status == null ? null : status.name(), Types.VARCHAR);
  }

  private static String like(String part) {
    String literal = part.trim().toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1");
    return "%" + literal + "%";
  }

  private static RuleSetView view(ResultSet row, int number) throws SQLException {
    int latest = row.getInt("latest_version");
    return new RuleSetView(
        new RuleSetId(row.getString("id")),
        row.getString("rule_key"),
        row.getString("name"),
        RuleSetStatus.valueOf(row.getString("status")),
        latest == 0 ? null : latest,
        row.getInt("differs") == 1,
        null,
        null,
        null,
        row.getString("created_by"),
        row.getTimestamp("created_at").toInstant(),
        row.getString("updated_by"),
        row.getTimestamp("updated_at").toInstant(),
        new Revision(row.getLong("revision")));
  }
}
