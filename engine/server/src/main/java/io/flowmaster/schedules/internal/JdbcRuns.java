package io.flowmaster.schedules.internal;

import static io.flowmaster.schedules.internal.OwnerColumns.instant;

import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.TenantId;
import io.flowmaster.schedules.RunStatus;
import io.flowmaster.schedules.RunTrigger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The table of runs. */
@Component
class JdbcRuns {
  private static final int LONGEST_MESSAGE = 500;
  private static final int LOOKED_BACK = 5;
  private final JdbcClient jdbc;
  private final OwnerColumns owners;

  JdbcRuns(JdbcClient jdbc, OwnerColumns owners) {
    this.jdbc = jdbc;
    this.owners = owners;
  }

  void add(RunRow run) {
    owners
        .set(
            jdbc.sql(
                "insert into schedules_run (id, schedule, run_trigger, status, queued, attempts, scheduled_at, "
                    + OwnerColumns.NAMES
                    + ") values (:id, :schedule, :trigger, :status, false, 0, :scheduled, "
                    + OwnerColumns.VALUES
                    + ")"),
            run.owner())
        .param("id", run.id())
        .param("schedule", run.schedule())
        .param("trigger", run.trigger().name())
        .param("status", run.status().name())
        .param("scheduled", Timestamp.from(run.scheduledAt()))
        .update();
  }

  /** For the one who works on it, in whichever tenant. */
  Optional<RunRow> find(String id) {
    return jdbc.sql("select * from schedules_run where id = :id")
        .param("id", id)
        .query(this::read)
        .optional();
  }

  Optional<RunRow> find(TenantId tenant, String schedule, String id) {
    return jdbc.sql(
            "select * from schedules_run where id = :id and schedule = :schedule and tenant = :tenant")
        .param("id", id)
        .param("schedule", schedule)
        .param("tenant", tenant.value())
        .query(this::read)
        .optional();
  }

  /** Takes a run that is under way for this transaction; false when it was decided meanwhile. */
  boolean lockRunning(String id) {
    return jdbc.sql("select 1 from schedules_run where id = :id and status = 'RUNNING' for update")
        .param("id", id)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  void start(String id, Instant at) {
    jdbc.sql(
            """
            update schedules_run set status = 'RUNNING', queued = false, attempts = attempts + 1,
              started_at = coalesce(started_at, :at) where id = :id and status in ('WAITING', 'RUNNING')
            """)
        .param("id", id)
        .param("at", Timestamp.from(at))
        .update();
  }

  void queue(String id) {
    jdbc.sql("update schedules_run set queued = true where id = :id and status = 'WAITING'")
        .param("id", id)
        .update();
  }

  /** Decides it; false when it was decided before. */
  boolean end(
      String id,
      RunStatus status,
      @Nullable String code,
      @Nullable String message,
      @Nullable String subject,
      Instant at) {
    return jdbc.sql(
                """
                update schedules_run set status = :status, queued = false, code = :code, message = :message,
                  subject = :subject, ended_at = :at where id = :id and status in ('WAITING', 'RUNNING')
                """)
            .param("id", id)
            .param("status", status.name())
            .param("code", code)
            .param("message", shortened(message))
            .param("subject", subject)
            .param("at", Timestamp.from(at))
            .update()
        == 1;
  }

  private static @Nullable String shortened(@Nullable String message) {
    return message == null || message.length() <= LONGEST_MESSAGE
        ? message
        : message.substring(0, LONGEST_MESSAGE - 1) + "…";
  }

  /** The other runs that are not over and were due before it. */
  List<RunRow> unfinishedBefore(RunRow run) {
    return jdbc.sql(
            """
            select * from schedules_run where schedule = :schedule and status in ('WAITING', 'RUNNING') and id < :id
            """)
        .param("schedule", run.schedule())
        .param("id", run.id())
        .query(this::read)
        .list();
  }

  /** What the latest runs that are done began. */
  List<String> lastSubjects(String schedule) {
    return jdbc.sql(
            """
            select subject from schedules_run where schedule = :schedule and status = 'DONE'
              and subject is not null order by id desc limit :most
            """)
        .param("schedule", schedule)
        .param("most", LOOKED_BACK)
        .query(String.class)
        .list();
  }

  /** The newest first, and one more when there is a next page. */
  List<RunRow> page(TenantId tenant, String schedule, @Nullable RunStatus status, PageQuery page) {
    return select("*", tenant, schedule, status, " and id < :before order by id desc limit :limit")
        .param("before", page.cursor() == null ? "g" : page.cursor().string(0))
        .param("limit", page.limit() + 1)
        .query(this::read)
        .list();
  }

  long count(TenantId tenant, String schedule, @Nullable RunStatus status) {
    return select("count(*)", tenant, schedule, status, "").query(Long.class).single();
  }

  private StatementSpec select(
      String what, TenantId tenant, String schedule, @Nullable RunStatus status, String more) {
    return jdbc.sql(
            "select "
                + what
                + " from schedules_run where tenant = :tenant and schedule = :schedule"
                + " and (:status is null or status = :status)"
                + more)
        .param("tenant", tenant.value())
        .param("schedule", schedule)
        .param("status", status == null ? null : status.name(), Types.VARCHAR);
  }

  /** Removes up to {@code most} runs that ended before; answers how many. */
  int removeEnded(Instant before, int most) {
    List<String> ids =
        jdbc.sql(
                "select id from schedules_run where ended_at < :before order by ended_at limit :most")
            .param("before", Timestamp.from(before))
            .param("most", most)
            .query(String.class)
            .list();
    ids.forEach(
        id -> jdbc.sql("delete from schedules_run where id = :id").param("id", id).update());
    return ids.size();
  }

  private RunRow read(ResultSet row, int number) throws SQLException {
    return new RunRow(
        row.getString("id"),
        row.getString("schedule"),
        RunTrigger.valueOf(row.getString("run_trigger")),
        RunStatus.valueOf(row.getString("status")),
        row.getBoolean("queued"),
        row.getInt("attempts"),
        row.getTimestamp("scheduled_at").toInstant(),
        instant(row, "started_at"),
        instant(row, "ended_at"),
        row.getString("code"),
        row.getString("message"),
        row.getString("subject"),
        owners.read(row));
  }
}
