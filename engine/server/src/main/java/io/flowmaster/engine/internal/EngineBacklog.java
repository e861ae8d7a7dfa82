package io.flowmaster.engine.internal;

import io.flowmaster.platform.Backlog;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Due and failed jobs, external tasks by topic, incidents by type. */
@Component
class EngineBacklog implements Backlog {
  private static final int MOST_TOPICS = 300;
  private final JdbcClient jdbc;
  private final Clock clock;

  EngineBacklog(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public List<Figure> figures() {
    Instant now = clock.instant();
    List<Figure> figures = new ArrayList<>();
    dueJobs(figures, now);
    failedJobs(figures);
    externalTasks(figures, now);
    incidents(figures);
    return figures;
  }

  private void dueJobs(List<Figure> figures, Instant now) {
    jdbc.sql(
            """
            select count(*) as jobs, min(coalesce(DUEDATE_, CREATE_TIME_)) as oldest from ACT_RU_JOB
            where RETRIES_ > 0 and SUSPENSION_STATE_ = 1 and (DUEDATE_ is null or DUEDATE_ <= :now)
            """)
        .param("now", Timestamp.from(now))
        .query(
            (row, n) ->
                List.of(
                    new Figure("flowmaster.jobs.due", Map.of(), row.getLong("jobs")),
                    new Figure(
                        "flowmaster.jobs.oldest.seconds",
                        Map.of(),
                        age(row.getTimestamp("oldest"), now))))
        .list()
        .forEach(figures::addAll);
  }

  private void failedJobs(List<Figure> figures) {
    long failed =
        jdbc.sql("select count(*) from ACT_RU_JOB where RETRIES_ = 0").query(Long.class).single();
    figures.add(new Figure("flowmaster.jobs.failed", Map.of(), failed));
  }

  private void externalTasks(List<Figure> figures, Instant now) {
    jdbc.sql(
            """
            select TOPIC_NAME_ as topic, count(*) as tasks, min(CREATE_TIME_) as oldest,
              sum(case when LOCK_EXP_TIME_ > :now then 1 else 0 end) as locked
            from ACT_RU_EXT_TASK
            where SUSPENSION_STATE_ = 1 and (RETRIES_ is null or RETRIES_ > 0)
            group by TOPIC_NAME_ order by count(*) desc limit :limit
            """)
        .param("now", Timestamp.from(now))
        .param("limit", MOST_TOPICS)
        .query(
            (row, n) -> {
              Map<String, String> topic = Map.of("topic", row.getString("topic"));
              return List.of(
                  new Figure("flowmaster.external.tasks.open", topic, row.getLong("tasks")),
                  new Figure("flowmaster.external.tasks.locked", topic, row.getLong("locked")),
                  new Figure(
                      "flowmaster.external.tasks.oldest.seconds",
                      topic,
                      age(row.getTimestamp("oldest"), now)));
            })
        .list()
        .forEach(figures::addAll);
  }

  private void incidents(List<Figure> figures) {
    jdbc.sql(
            "select INCIDENT_TYPE_ as type, count(*) as open from ACT_RU_INCIDENT group by INCIDENT_TYPE_")
        .query(
            (row, n) ->
                new Figure(
                    "flowmaster.incidents.open",
                    Map.of("type", row.getString("type")),
                    row.getLong("open")))
        .list()
        .forEach(figures::add);
  }

  private static double age(@Nullable Timestamp since, Instant now) {
    return since == null
        ? 0
        : Math.max(0, Duration.between(since.toInstant(), now).toMillis()) / 1e3;
  }
}
