package io.flowmaster.schedules.internal;

import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.TenantId;
import io.flowmaster.schedules.MisfirePolicy;
import io.flowmaster.schedules.MissedRuns;
import io.flowmaster.schedules.ScheduleId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of what was missed. */
@Component
class JdbcMissedRuns {
  private final JdbcClient jdbc;

  JdbcMissedRuns(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(TenantId tenant, MissedRuns missed) {
    jdbc.sql(
            """
            insert into schedules_missed (id, tenant, schedule, name, first_at, last_at, missed, caught_up, misfire,
              noticed_at)
            values (:id, :tenant, :schedule, :name, :first, :last, :missed, :caughtUp, :misfire, :noticed)
            """)
        .param("id", missed.id())
        .param("tenant", tenant.value())
        .param("schedule", missed.schedule().value())
        .param("name", missed.name())
        .param("first", Timestamp.from(missed.firstAt()))
        .param("last", Timestamp.from(missed.lastAt()))
        .param("missed", missed.missed())
        .param("caughtUp", missed.caughtUp())
        .param("misfire", missed.misfire().name())
        .param("noticed", Timestamp.from(missed.noticedAt()))
        .update();
  }

  /** The newest first, and one more when there is a next page. */
  List<MissedRuns> page(TenantId tenant, PageQuery page) {
    return jdbc.sql(
            "select * from schedules_missed where tenant = :tenant and id < :before order by id desc limit :limit")
        .param("tenant", tenant.value())
        .param("before", page.cursor() == null ? "g" : page.cursor().string(0))
        .param("limit", page.limit() + 1)
        .query(JdbcMissedRuns::read)
        .list();
  }

  long count(TenantId tenant) {
    return jdbc.sql("select count(*) from schedules_missed where tenant = :tenant")
        .param("tenant", tenant.value())
        .query(Long.class)
        .single();
  }

  void removeNoticed(Instant before) {
    jdbc.sql("delete from schedules_missed where noticed_at < :before")
        .param("before", Timestamp.from(before))
        .update();
  }

  private static MissedRuns read(ResultSet row, int number) throws SQLException {
    return new MissedRuns(
        row.getString("id"),
        new ScheduleId(row.getString("schedule")),
        row.getString("name"),
        row.getTimestamp("first_at").toInstant(),
        row.getTimestamp("last_at").toInstant(),
        row.getInt("missed"),
        row.getInt("caught_up"),
        MisfirePolicy.valueOf(row.getString("misfire")),
        row.getTimestamp("noticed_at").toInstant());
  }
}
