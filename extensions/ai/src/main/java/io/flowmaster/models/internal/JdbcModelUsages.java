package io.flowmaster.models.internal;

import io.flowmaster.models.ModelUsages;
import io.flowmaster.models.RecordedCall;
import io.flowmaster.models.UsageReport;
import io.flowmaster.models.UsageReport.By;
import io.flowmaster.models.UsageReport.Group;
import io.flowmaster.models.UsageReport.Query;
import io.flowmaster.models.UsageReport.Sum;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.InvalidValue;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was taken, from {@code models_day} and {@code models_call}. */
@Component
class JdbcModelUsages implements ModelUsages {
  private static final int MOST_DAYS = 400;
  private static final int USUAL_DAYS = 30;
  private static final String SUMS =
      """
       sum(calls) as calls, sum(cached) as cached, sum(failed) as failed, sum(input_tokens) as input_tokens,
        sum(output_tokens) as output_tokens, sum(cost) as cost, sum(latency_ms) as latency_ms
      from models_day where tenant = :tenant and on_day between :from and :to
        and (:agent is null or agent = :agent) and (:process is null or process_key = :process)
        and (:model is null or provider || '/' || model = :model)
        and (:purpose is null or purpose = :purpose)
      """;
  private final JdbcClient jdbc;
  private final JdbcCallStore calls;
  private final CurrentActor current;
  private final Clock clock;

  JdbcModelUsages(JdbcClient jdbc, JdbcCallStore calls, CurrentActor current, Clock clock) {
    this.jdbc = jdbc;
    this.calls = calls;
    this.current = current;
    this.clock = clock;
  }

  @Override
  public UsageReport report(Query query) {
    LocalDate to =
        query.to() == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : query.to();
    LocalDate from = query.from() == null ? to.minusDays(USUAL_DAYS - 1) : query.from();
    long days = ChronoUnit.DAYS.between(from, to);
    if (days < 0 || days >= MOST_DAYS || from.getYear() < 2000 || to.getYear() > 3000) {
      throw new InvalidValue("days", "Ask for 1 to " + MOST_DAYS + " days, the first one first.");
    }
    String key = key(query.by());
    String order = query.by() == By.DAY ? " order by k" : " order by cost desc, input_tokens desc";
    List<Group> groups =
        filtered(
                "select " + key + " as k," + SUMS + " group by " + key + order + " limit 400",
                query,
                from,
                to)
            .query((row, n) -> new Group(row.getString("k"), sum(row)))
            .list();
    Sum total = filtered("select" + SUMS, query, from, to).query((row, n) -> sum(row)).single();
    return new UsageReport(from, to, query.by(), total, groups);
  }

  private static String key(By by) {
    return switch (by) {
      case DAY -> "cast(on_day as varchar(10))";
      case AGENT -> "agent";
      case PROCESS -> "process_key";
      case MODEL -> "provider || '/' || model";
      case PURPOSE -> "purpose";
    };
  }

  private JdbcClient.StatementSpec filtered(String sql, Query query, LocalDate from, LocalDate to) {
    String kept = sql;
    kept = without(kept, ":agent", "agent", query.agent());
    kept = without(kept, ":process", "process_key", query.processKey());
    kept = without(kept, ":model", "provider || '/' || model", query.model());
    kept = without(kept, ":purpose", "purpose", query.purpose());
    JdbcClient.StatementSpec statement =
        jdbc.sql(kept)
            .param("tenant", current.tenant().value())
            .param("from", from)
            .param("to", to);
    statement = query.agent() == null ? statement : statement.param("agent", query.agent());
    statement =
        query.processKey() == null ? statement : statement.param("process", query.processKey());
    statement = query.model() == null ? statement : statement.param("model", query.model());
    return query.purpose() == null ? statement : statement.param("purpose", query.purpose());
  }

  /**
   * Only what is asked for is filtered: a database cannot tell the type of a parameter that is
   * null.
   */
  private static String without(
      String sql, String parameter, String column, @Nullable String value) {
    String condition = "(" + parameter + " is null or " + column + " = " + parameter + ")";
    return sql.replace(condition, value == null ? "1 = 1" : column + " = " + parameter);
  }

  private static Sum sum(ResultSet row) throws SQLException {
    long count = row.getLong("calls");
    BigDecimal cost = row.getBigDecimal("cost");
    return new Sum(
        count,
        row.getLong("cached"),
        row.getLong("failed"),
        row.getLong("input_tokens"),
        row.getLong("output_tokens"),
        cost == null ? BigDecimal.ZERO : cost,
        count == 0 ? 0 : row.getLong("latency_ms") / count);
  }

  @Override
  public Page<RecordedCall> calls(
      @Nullable String agent, @Nullable String processKey, @Nullable String task, PageQuery page) {
    String before = page.cursor() == null ? null : page.cursor().string(0);
    return Page.of(
        calls.page(current.tenant(), agent, processKey, task, before, page.limit() + 1),
        page,
        call -> List.of(call.id()),
        page.count() ? calls.count(current.tenant(), agent, processKey, task) : null);
  }
}
