package io.flowmaster.prompts.internal;

import io.flowmaster.platform.TenantId;
import io.flowmaster.prompts.PromptTrial;
import io.flowmaster.prompts.PromptTrial.Side;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Trials in {@code prompts_trial}. */
@Component
class JdbcTrialStore {
  private static final String TRIALS =
      "select * from prompts_trial where tenant = :tenant and prompt = :prompt ";
  private static final int FEWEST = 20;
  private static final double TWO_SIDED_95 = 1.96;
  private final JdbcClient jdbc;

  JdbcTrialStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<PromptTrial> running(TenantId tenant, String prompt, String label) {
    return jdbc.sql(TRIALS + "and label = :label and ended_at is null")
        .param("tenant", tenant.value())
        .param("prompt", prompt)
        .param("label", label)
        .query(JdbcTrialStore::trial)
        .optional();
  }

  Optional<PromptTrial> find(TenantId tenant, String prompt, String id) {
    return jdbc.sql(TRIALS + "and id = :id")
        .param("tenant", tenant.value())
        .param("prompt", prompt)
        .param("id", id)
        .query(JdbcTrialStore::trial)
        .optional();
  }

  List<PromptTrial> page(TenantId tenant, String prompt, @Nullable String before, int limit) {
    return jdbc.sql(TRIALS + "and id < :before order by id desc limit :limit")
        .param("tenant", tenant.value())
        .param("prompt", prompt)
        .param("before", before == null ? "g" : before)
        .param("limit", limit)
        .query(JdbcTrialStore::trial)
        .list();
  }

  long count(TenantId tenant, String prompt) {
    return jdbc.sql(
            "select count(*) from prompts_trial where tenant = :tenant and prompt = :prompt")
        .param("tenant", tenant.value())
        .param("prompt", prompt)
        .query(Long.class)
        .single();
  }

  void insert(TenantId tenant, String prompt, PromptTrial trial) {
    jdbc.sql(
            """
            insert into prompts_trial (tenant, prompt, id, label, share, version_a, version_b, results_a, sum_a,
              squares_a, results_b, sum_b, squares_b, begun_at, begun_by)
            values (:tenant, :prompt, :id, :label, :share, :a, :b, 0, 0, 0, 0, 0, 0, :at, :by)
            """)
        .param("tenant", tenant.value())
        .param("prompt", prompt)
        .param("id", trial.id())
        .param("label", trial.label())
        .param("share", trial.share())
        .param("a", trial.present().version())
        .param("b", trial.challenger().version())
        .param("at", JdbcPromptStore.time(trial.begunAt()))
        .param("by", trial.begunBy())
        .update();
  }

  /** Sums are added up by the database, so that results at the same time are both kept. */
  void score(TenantId tenant, String id, boolean challenger, double score) {
    String side = challenger ? "b" : "a";
    jdbc.sql(
            """
            update prompts_trial set results_%1$s = results_%1$s + 1, sum_%1$s = sum_%1$s + :score,
              squares_%1$s = squares_%1$s + :square
            where tenant = :tenant and id = :id
            """
                .formatted(side))
        .param("score", score)
        .param("square", score * score)
        .param("tenant", tenant.value())
        .param("id", id)
        .update();
  }

  void end(TenantId tenant, String id, Instant at) {
    jdbc.sql("update prompts_trial set ended_at = :at where tenant = :tenant and id = :id")
        .param("at", JdbcPromptStore.time(at))
        .param("tenant", tenant.value())
        .param("id", id)
        .update();
  }

  private static PromptTrial trial(ResultSet row, int n) throws SQLException {
    Side a = side(row, "a");
    Side b = side(row, "b");
    OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
    return new PromptTrial(
        row.getString("id"),
        row.getString("label"),
        row.getInt("share"),
        a,
        b,
        significant(a, b),
        row.getObject("begun_at", OffsetDateTime.class).toInstant(),
        row.getString("begun_by"),
        ended == null ? null : ended.toInstant());
  }

  private static Side side(ResultSet row, String side) throws SQLException {
    long count = row.getLong("results_" + side);
    double sum = row.getDouble("sum_" + side);
    double squares = row.getDouble("squares_" + side);
    Double mean = count == 0 ? null : sum / count;
    Double deviation =
        count < 2 ? null : Math.sqrt(Math.max(0, (squares - sum * sum / count) / (count - 1)));
    return new Side(row.getInt("version_" + side), count, mean, deviation);
  }

  /** Welch's test, in its normal approximation. */
  private static boolean significant(Side a, Side b) {
    if (a.results() < FEWEST || b.results() < FEWEST) {
      return false;
    }
    double error = Math.sqrt(variance(a) / a.results() + variance(b) / b.results());
    return Math.abs(mean(a) - mean(b)) > TWO_SIDED_95 * error;
  }

  private static double variance(Side side) {
    return side.deviation() == null ? 0 : side.deviation() * side.deviation();
  }

  private static double mean(Side side) {
    return side.mean() == null ? 0 : side.mean();
  }
}
