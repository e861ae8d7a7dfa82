package io.flowmaster.audit.internal;

import io.flowmaster.audit.AuditEntry;
import io.flowmaster.audit.AuditFilter;
import io.flowmaster.audit.AuditTrail;
import io.flowmaster.audit.ChainAnchor;
import io.flowmaster.audit.ChainReport;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads entries from the chain and from what waits to be sealed, as one list. */
@Component
class JdbcAuditTrail implements AuditTrail {
  private static final int EXPORTED_AT_ONCE = 500;
  private static final int LONGEST_SECONDS = 15;
  private static final String ORDER = " order by at desc, id desc limit :limit";
  private static final String SEALED =
      "select " + AuditRow.COLUMNS + ", seq, erasure from audit_entry where ";
  private static final String WAITING =
      "select "
          + AuditRow.COLUMNS
          + ", cast(null as bigint) as seq, cast(null as varchar(36)) as erasure from audit_tail where ";

  private final NamedParameterJdbcTemplate jdbc;
  private final JdbcChainVerifier verifier;
  private final MaskedJson json;
  private final CurrentActor current;

  JdbcAuditTrail(
      DataSource database, JdbcChainVerifier verifier, MaskedJson json, CurrentActor current) {
    JdbcTemplate impatient = new JdbcTemplate(database);
    impatient.setQueryTimeout(LONGEST_SECONDS);
    this.jdbc = new NamedParameterJdbcTemplate(impatient);
    this.verifier = verifier;
    this.json = json;
    this.current = current;
  }

  @Override
  public Page<AuditEntry> search(AuditFilter filter, PageQuery page) {
    AuditCondition condition = new AuditCondition(current.tenant(), filter);
    Long total = page.count() ? count(condition) : null;
    if (page.cursor() != null) {
      condition.after(page.cursor().instant(0), page.cursor().string(1));
    }
    List<AuditEntry> rows = read(condition, page.limit() + 1);
    return Page.of(rows, page, entry -> List.of(entry.at(), entry.id()), total);
  }

  @Override
  public void export(AuditFilter filter, Consumer<AuditEntry> into) {
    Instant at = null;
    String id = null;
    List<AuditEntry> batch;
    do {
      AuditCondition condition = new AuditCondition(current.tenant(), filter);
      if (at != null) {
        condition.after(at, id);
      }
      batch = read(condition, EXPORTED_AT_ONCE);
      batch.forEach(into);
      if (!batch.isEmpty()) {
        AuditEntry last = batch.get(batch.size() - 1);
        at = last.at();
        id = last.id();
      }
    } while (batch.size() == EXPORTED_AT_ONCE);
  }

  @Override
  public ChainReport verify(@Nullable ChainAnchor anchor) {
    return verifier.verify(current.tenant().value(), anchor);
  }

  private List<AuditEntry> read(AuditCondition condition, int limit) {
    condition.parameters().put("limit", limit);
    String sql =
        "select * from ("
            + SEALED
            + condition.sql()
            + ORDER
            + ") sealed union all select * from ("
            + WAITING
            + condition.sql()
            + ORDER
            + ") waiting"
            + ORDER;
    try {
      return jdbc.query(sql, condition.parameters(), (row, n) -> entry(row));
    } catch (QueryTimeoutException e) {
      throw new SearchTooWide(e);
    }
  }

  private long count(AuditCondition condition) {
    String sql =
        "select (select count(*) from audit_entry where %s) + (select count(*) from audit_tail where %s)"
            .formatted(condition.sql(), condition.sql());
    try {
      Long total = jdbc.queryForObject(sql, condition.parameters(), Long.class);
      return total == null ? 0 : total;
    } catch (QueryTimeoutException e) {
      throw new SearchTooWide(e);
    }
  }

  private AuditEntry entry(ResultSet row) throws SQLException {
    AuditRow stored = AuditRow.of(row);
    return new AuditEntry(
        stored.id(),
        row.getObject("seq", Long.class),
        stored.at(),
        stored.actor(),
        stored.actorName(),
        Actor.Kind.valueOf(stored.actorKind()),
        stored.onBehalfOf(),
        stored.action(),
        stored.subject(),
        json.read(stored.detail()),
        stored.before() == null ? null : json.read(stored.before()),
        stored.after() == null ? null : json.read(stored.after()),
        stored.requestId(),
        stored.traceId(),
        row.getString("erasure"));
  }
}
