package io.flowmaster.models.internal;

import io.flowmaster.models.RecordedCall;
import io.flowmaster.platform.TenantId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Calls in {@code models_call}, and their sums in {@code models_day}. */
@Component
class JdbcCallStore {
  private final JdbcClient jdbc;

  JdbcCallStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(TenantId tenant, CallRow row) {
    jdbc.sql(
            """
            insert into models_call (tenant, id, at, purpose, agent, process_key, task, provider, model,
              input_tokens, output_tokens, cost, cached, latency_ms, outcome, guardrails)
            values (:tenant, :id, :at, :purpose, :agent, :process, :task, :provider, :model,
              :input, :output, :cost, :cached, :latency, :outcome, :guardrails)
            """)
        .param("tenant", tenant.value())
        .param("id", row.id())
        .param("at", time(row.at()))
        .param("purpose", row.purpose())
        .param("agent", row.agent())
        .param("process", row.processKey())
        .param("task", row.task())
        .param("provider", row.model().provider())
        .param("model", row.model().model())
        .param("input", row.inputTokens())
        .param("output", row.outputTokens())
        .param("cost", row.cost(), Types.NUMERIC)
        .param("cached", row.cached())
        .param("latency", row.latencyMs())
        .param("outcome", row.outcome())
        .param("guardrails", CallRow.cut(String.join(",", row.guardrails()), 300))
        .update();
    if (sum(tenant, row, ADD) == 0) {
      sum(tenant, row, INSERT);
    }
  }

  private static final String ADD =
      """
      update models_day set calls = calls + 1, cached = cached + :cached, failed = failed + :failed,
        input_tokens = input_tokens + :input, output_tokens = output_tokens + :output,
        cost = cost + :cost, latency_ms = latency_ms + :latency
      where tenant = :tenant and on_day = :day and purpose = :purpose and agent = :agent
        and process_key = :process and provider = :provider and model = :model
      """;

  private static final String INSERT =
      """
      insert into models_day (tenant, on_day, purpose, agent, process_key, provider, model, calls, cached, failed,
        input_tokens, output_tokens, cost, latency_ms)
      values (:tenant, :day, :purpose, :agent, :process, :provider, :model, 1, :cached, :failed,
        :input, :output, :cost, :latency)
      """;

  private int sum(TenantId tenant, CallRow row, String sql) {
    return jdbc.sql(sql)
        .param("tenant", tenant.value())
        .param("day", row.day())
        .param("purpose", row.purpose())
        .param("agent", row.agent())
        .param("process", row.processKey())
        .param("provider", row.model().provider())
        .param("model", row.model().model())
        .param("cached", row.cached() ? 1 : 0)
        .param("failed", row.outcome().equals("ok") ? 0 : 1)
        .param("input", row.inputTokens())
        .param("output", row.outputTokens())
        .param("cost", row.cost() == null ? BigDecimal.ZERO : row.cost())
        .param("latency", row.latencyMs())
        .update();
  }

  List<RecordedCall> page(
      TenantId tenant,
      @Nullable String agent,
      @Nullable String processKey,
      @Nullable String task,
      @Nullable String before,
      int limit) {
    return filtered(
            "select * from models_call where tenant = :tenant and id < :before",
            " order by id desc limit :limit",
            tenant,
            agent,
            processKey,
            task)
        .param("before", before == null ? "g" : before)
        .param("limit", limit)
        .query(JdbcCallStore::call)
        .list();
  }

  long count(
      TenantId tenant, @Nullable String agent, @Nullable String processKey, @Nullable String task) {
    return filtered(
            "select count(*) from models_call where tenant = :tenant",
            "",
            tenant,
            agent,
            processKey,
            task)
        .query(Long.class)
        .single();
  }

  private JdbcClient.StatementSpec filtered(
      String select,
      String end,
      TenantId tenant,
      @Nullable String agent,
      @Nullable String processKey,
      @Nullable String task) {
    String sql =
        select
            + (agent == null ? "" : " and agent = :agent")
            + (processKey == null ? "" : " and process_key = :process")
            + (task == null ? "" : " and task = :task")
            + end;
    JdbcClient.StatementSpec statement = jdbc.sql(sql).param("tenant", tenant.value());
    statement = agent == null ? statement : statement.param("agent", agent);
    statement = processKey == null ? statement : statement.param("process", processKey);
    return task == null ? statement : statement.param("task", task);
  }

  void forget(Instant before) {
    jdbc.sql("delete from models_call where at < :before").param("before", time(before)).update();
    jdbc.sql("delete from models_day where on_day < :before")
        .param("before", java.time.LocalDate.ofInstant(before, ZoneOffset.UTC))
        .update();
  }

  static OffsetDateTime time(Instant at) {
    return at.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
  }

  private static RecordedCall call(ResultSet row, int n) throws SQLException {
    String guardrails = row.getString("guardrails");
    return new RecordedCall(
        row.getString("id"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("purpose"),
        row.getString("agent"),
        row.getString("process_key"),
        row.getString("task"),
        row.getString("provider"),
        row.getString("model"),
        row.getLong("input_tokens"),
        row.getLong("output_tokens"),
        row.getBigDecimal("cost"),
        row.getBoolean("cached"),
        row.getLong("latency_ms"),
        row.getString("outcome"),
        guardrails.isEmpty() ? List.of() : List.of(guardrails.split(",")));
  }
}
