package io.flowmaster.executions.internal;

import io.flowmaster.executions.BacklogView;
import io.flowmaster.executions.BacklogView.JobBacklog;
import io.flowmaster.executions.BacklogView.TopicBacklog;
import io.flowmaster.executions.WorkBacklog;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.registry.WorkerRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts in the engine's tables, which no query of its API can do by topic. */
@Component
class JdbcWorkBacklog implements WorkBacklog {
  private static final int MOST_TOPICS = 200;

  private static final String JOBS =
      """
      select sum(case when %1$s and not (%2$s) then 1 else 0 end) as due,
        sum(case when %1$s and %2$s then 1 else 0 end) as later,
        sum(case when RETRIES_ = 0 then 1 else 0 end) as failed,
        sum(case when SUSPENSION_STATE_ = 2 and RETRIES_ > 0 then 1 else 0 end) as held,
        min(case when %1$s and not (%2$s) then coalesce(DUEDATE_, CREATE_TIME_) end) as oldest
      from ACT_RU_JOB where TENANT_ID_ = :tenant
      """
          .formatted("RETRIES_ > 0 and SUSPENSION_STATE_ = 1", "coalesce(DUEDATE_, :past) > :now");

  private static final String TOPICS =
      """
      select TOPIC_NAME_, sum(case when %1$s and not (%2$s) then 1 else 0 end) as waiting,
        sum(case when %1$s and %2$s then 1 else 0 end) as working,
        sum(case when RETRIES_ = 0 then 1 else 0 end) as failed,
        sum(case when SUSPENSION_STATE_ = 2 and coalesce(RETRIES_, 1) > 0 then 1 else 0 end) as held,
        count(distinct case when %1$s and %2$s then WORKER_ID_ end) as workers,
        min(case when %1$s and not (%2$s) then CREATE_TIME_ end) as oldest
      from ACT_RU_EXT_TASK where TENANT_ID_ = :tenant
      group by TOPIC_NAME_ order by waiting desc, TOPIC_NAME_ limit :most
      """
          .formatted(
              "coalesce(RETRIES_, 1) > 0 and SUSPENSION_STATE_ = 1",
              "coalesce(LOCK_EXP_TIME_, :past) > :now");

  private final JdbcClient jdbc;
  private final CurrentActor current;
  private final Clock clock;
  private final ExecutionsProperties properties;
  private final WorkerRegistry workers;

  JdbcWorkBacklog(
      JdbcClient jdbc,
      CurrentActor current,
      Clock clock,
      ExecutionsProperties properties,
      WorkerRegistry workers) {
    this.jdbc = jdbc;
    this.current = current;
    this.clock = clock;
    this.properties = properties;
    this.workers = workers;
  }

  @Override
  public BacklogView read() {
    Instant now = clock.instant();
    Set<String> worked = workers.workedTopics();
    List<TopicBacklog> topics =
        ask(TOPICS, now)
            .param("most", MOST_TOPICS + 1)
            .query((row, n) -> topic(row, worked, now.minus(properties.noWorkerAfter())))
            .list();
    return new BacklogView(
        now,
        ask(JOBS, now).query((row, n) -> jobs(row)).single(),
        topics.subList(0, Math.min(MOST_TOPICS, topics.size())),
        topics.size() <= MOST_TOPICS);
  }

  private JdbcClient.StatementSpec ask(String sql, Instant now) {
    return jdbc.sql(sql)
        .param("tenant", current.tenant().value())
        .param("now", Timestamp.from(now))
        .param("past", Timestamp.from(Instant.EPOCH));
  }

  private static JobBacklog jobs(ResultSet row) throws SQLException {
    return new JobBacklog(
        row.getLong("due"),
        row.getLong("later"),
        row.getLong("failed"),
        row.getLong("held"),
        instant(row.getTimestamp("oldest")));
  }

  private static TopicBacklog topic(ResultSet row, Set<String> worked, Instant late)
      throws SQLException {
    long working = row.getLong("working");
    Instant oldest = instant(row.getTimestamp("oldest"));
    String topic = row.getString("TOPIC_NAME_");
    boolean isLate = oldest != null && oldest.isBefore(late);
    return new TopicBacklog(
        topic,
        row.getLong("waiting"),
        working,
        row.getLong("failed"),
        row.getLong("held"),
        row.getInt("workers"),
        oldest,
        working == 0 && isLate && !worked.contains(topic));
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
