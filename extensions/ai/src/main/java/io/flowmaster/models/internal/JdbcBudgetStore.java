package io.flowmaster.models.internal;

import io.flowmaster.models.Budget;
import io.flowmaster.models.Budget.Draft;
import io.flowmaster.models.Budget.Period;
import io.flowmaster.models.Budget.Scope;
import io.flowmaster.platform.Revision;
import io.flowmaster.platform.TenantId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Budgets in {@code models_budget}, with what was spent of them. */
@Component
class JdbcBudgetStore {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private final JdbcClient jdbc;

  JdbcBudgetStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A budget without what was spent. */
  record Row(
      String id,
      Draft draft,
      @Nullable LocalDate warnedFor,
      @Nullable LocalDate reachedFor,
      Instant updatedAt,
      String updatedBy,
      long revision) {

    LocalDate begin(LocalDate today) {
      return draft.period() == Period.DAY ? today : today.withDayOfMonth(1);
    }

    boolean covers(String agent, String processKey) {
      return switch (draft.scope()) {
        case TENANT -> true;
        case AGENT -> draft.subject().equals(agent);
        case PROCESS -> draft.subject().equals(processKey);
      };
    }
  }

  List<Row> all(TenantId tenant) {
    return jdbc.sql(
            "select * from models_budget where tenant = :tenant order by scope desc, subject, period")
        .param("tenant", tenant.value())
        .query(JdbcBudgetStore::row)
        .list();
  }

  Optional<Row> find(TenantId tenant, String id, boolean lock) {
    return jdbc.sql(
            "select * from models_budget where tenant = :tenant and id = :id"
                + (lock ? " for update" : ""))
        .param("tenant", tenant.value())
        .param("id", id)
        .query(JdbcBudgetStore::row)
        .optional();
  }

  Budget spent(TenantId tenant, Row row, LocalDate today) {
    Draft draft = row.draft();
    String only =
        switch (draft.scope()) {
          case TENANT -> "";
          case AGENT -> " and agent = :subject";
          case PROCESS -> " and process_key = :subject";
        };
    JdbcClient.StatementSpec sum =
        jdbc.sql(
                """
                select coalesce(sum(cost), 0) as cost, coalesce(sum(input_tokens + output_tokens), 0) as tokens
                from models_day where tenant = :tenant and on_day >= :begin
                """
                    + only)
            .param("tenant", tenant.value())
            .param("begin", row.begin(today));
    if (!only.isEmpty()) {
      sum = sum.param("subject", draft.subject());
    }
    return sum.query(
            (result, n) -> budget(row, result.getBigDecimal("cost"), result.getLong("tokens")))
        .single();
  }

  private static Budget budget(Row row, BigDecimal cost, long tokens) {
    Draft draft = row.draft();
    int money = draft.limitUsd() == null ? 0 : percent(cost, draft.limitUsd());
    int counted =
        draft.limitTokens() == null
            ? 0
            : percent(BigDecimal.valueOf(tokens), BigDecimal.valueOf(draft.limitTokens()));
    return new Budget(
        row.id(),
        draft.scope(),
        draft.subject(),
        draft.period(),
        draft.limitUsd() == null ? null : draft.limitUsd().stripTrailingZeros(),
        draft.limitTokens(),
        draft.warnPercent(),
        cost,
        tokens,
        Math.max(money, counted),
        row.updatedAt(),
        row.updatedBy(),
        new Revision(row.revision()));
  }

  /** Nothing is used up of nothing only while nothing is spent, or else all. */
  private static int percent(BigDecimal spent, BigDecimal limit) {
    if (limit.signum() == 0) {
      return 100;
    }
    return spent
        .multiply(HUNDRED)
        .divide(limit, 0, RoundingMode.DOWN)
        .min(BigDecimal.valueOf(1_000_000))
        .intValue();
  }

  void insert(TenantId tenant, String id, Draft draft, Instant at, String by) {
    written(
            """
            insert into models_budget (tenant, id, scope, subject, period, limit_usd, limit_tokens, warn_percent,
              revision, updated_at, updated_by)
            values (:tenant, :id, :scope, :subject, :period, :usd, :tokens, :warn, 1, :at, :by)
            """,
            tenant,
            id,
            draft,
            at,
            by)
        .update();
  }

  void update(TenantId tenant, String id, Draft draft, Instant at, String by) {
    written(
            """
            update models_budget set scope = :scope, subject = :subject, period = :period, limit_usd = :usd,
              limit_tokens = :tokens, warn_percent = :warn, warned_for = null, reached_for = null,
              revision = revision + 1, updated_at = :at, updated_by = :by
            where tenant = :tenant and id = :id
            """,
            tenant,
            id,
            draft,
            at,
            by)
        .update();
  }

  private JdbcClient.StatementSpec written(
      String sql, TenantId tenant, String id, Draft draft, Instant at, String by) {
    return jdbc.sql(sql)
        .param("tenant", tenant.value())
        .param("id", id)
        .param("scope", draft.scope().name())
        .param("subject", draft.subject())
        .param("period", draft.period().name())
        .param("usd", draft.limitUsd(), Types.NUMERIC)
        .param("tokens", draft.limitTokens(), Types.BIGINT)
        .param("warn", draft.warnPercent())
        .param("at", JdbcCallStore.time(at))
        .param("by", by);
  }

  /** True for the one who says so first in the period. */
  boolean mark(TenantId tenant, String id, boolean reached, LocalDate begin) {
    String column = reached ? "reached_for" : "warned_for";
    return jdbc.sql(
                """
                update models_budget set %1$s = :begin
                where tenant = :tenant and id = :id and (%1$s is null or %1$s < :begin)
                """
                    .formatted(column))
            .param("begin", begin)
            .param("tenant", tenant.value())
            .param("id", id)
            .update()
        > 0;
  }

  void delete(TenantId tenant, String id) {
    jdbc.sql("delete from models_budget where tenant = :tenant and id = :id")
        .param("tenant", tenant.value())
        .param("id", id)
        .update();
  }

  private static Row row(ResultSet row, int n) throws SQLException {
    return new Row(
        row.getString("id"),
        new Draft(
            Scope.valueOf(row.getString("scope")),
            row.getString("subject"),
            Period.valueOf(row.getString("period")),
            row.getBigDecimal("limit_usd"),
            row.getObject("limit_tokens", Long.class),
            row.getInt("warn_percent")),
        row.getObject("warned_for", LocalDate.class),
        row.getObject("reached_for", LocalDate.class),
        row.getObject("updated_at", OffsetDateTime.class).toInstant(),
        row.getString("updated_by"),
        row.getLong("revision"));
  }
}
